// Tells the user what takes time: a bar on a terminal, plain lines elsewhere.
import { Presets, SingleBar } from 'cli-progress';

/** What has arrived of what is to come. */
export interface Fetched {
  jars: number;
  bytes: number;
  ofJars: number;
  ofBytes: number;
}

/** Where the parts of this folder tell how far they are. */
export interface Report {
  /** One line for the user. */
  say(line: string): void;
  /** How much of the Neo4j server has been fetched; called often. */
  fetched(progress: Fetched): void;
}

/** Tells nothing. */
export const silent: Report = { say: () => {}, fetched: () => {} };

const mb = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Tells it on a stream: a bar with MB and jars on a terminal, else a line for each quarter. */
export function report(stream: NodeJS.WriteStream = process.stderr): Report {
  const say = (line: string) => {
    stream.write(`${line}\n`);
  };
  let bar: SingleBar | null = null;
  let quarter = 0;
  return {
    say,
    fetched({ jars, bytes, ofJars, ofBytes }) {
      const finished = jars === ofJars;
      if (!stream.isTTY) {
        const now = finished ? 4 : Math.min(3, Math.floor((4 * bytes) / ofBytes));
        if (now > quarter)
          say(`Fetching Neo4j: ${mb(bytes)} of ${mb(ofBytes)} MB, ${jars} of ${ofJars} jars`);
        quarter = Math.max(quarter, now);
        return;
      }
      if (bar === null) {
        bar = new SingleBar(
          {
            stream,
            format: 'Fetching Neo4j {bar} {mb} of {ofMb} MB, {jars} of {ofJars} jars, {duration_formatted}',
            hideCursor: true,
          },
          Presets.shades_classic,
        );
        bar.start(ofBytes, 0, { mb: mb(0), ofMb: mb(ofBytes), jars: 0, ofJars });
      }
      bar.update(bytes, { mb: mb(bytes), jars });
      if (finished) bar.stop();
    },
  };
}
