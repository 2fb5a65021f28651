// A whole number from one on, with a button for each way.
import { Icon } from '../icons.tsx';

interface Props {
  label: string;
  /** What it is for, in full. */
  name: string;
  value: number;
  most: number;
  onValue(value: number): void;
}

export function Stepper({ label, name, value, most, onValue }: Props) {
  const what = label.toLowerCase();
  return (
    <fieldset className="stepper">
      <legend className="sr">{name}</legend>
      <span aria-hidden="true">{label}</span>
      <button
        type="button"
        aria-label={`Fewer ${what}`}
        aria-disabled={value === 1}
        onClick={() => value > 1 && onValue(value - 1)}
      >
        <Icon name="minus" size={12} />
      </button>
      <output aria-label={label}>{value}</output>
      <button type="button" aria-label={`More ${what}`} onClick={() => value < most && onValue(value + 1)}>
        <Icon name="plus" size={12} />
      </button>
    </fieldset>
  );
}
