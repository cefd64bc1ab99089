/** Begins each line for the terminal, so that `npm start` can tell ours from Chromium's (build/lib/paths.mjs). */
const prefix = 'ringcue: ';

/** Prints a message in the terminal that started the app: on standard error, because standard output is for JSON. */
export function tell(text: string): void {
  const lines = text.split('\n').map((line) => `${prefix}${line}\n`);
  process.stderr.write(lines.join(''));
}
