// A count of claims as every list of them shows it: `11 · 2`, what stands and, paler, what does not; never one number.

interface Props {
  stands: number;
  others: number;
  /** Which of the two there can be: claims of some states never stand, and some lists hold only what does. */
  counts?: 'both' | 'stands' | 'others';
}

export function StandCount({ stands, others, counts = 'both' }: Props) {
  if (counts === 'stands') return <em>{stands}</em>;
  if (counts === 'others') return <em>{others}</em>;
  return (
    <em>
      <b>{stands}</b>
      <span className="sr"> stand</span>
      {others > 0 && ` · ${others}`}
      {others > 0 && <span className="sr"> do not</span>}
    </em>
  );
}
