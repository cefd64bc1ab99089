/**
 * JSON texts that follow each other without a separator, as a stream of TCP brings them: `{…}{…}`. What is left at the
 * end and is not closed is the last one.
 */
export function splitJson(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth > 0) continue;
      found.push(text.slice(from, at + 1));
      from = at + 1;
      depth = 0;
    }
  }
  const rest = text.slice(from);
  return rest.trim() === '' ? found : [...found, rest];
}
