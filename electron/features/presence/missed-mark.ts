/** Pixels of a side: what Windows shows on a taskbar button. */
export const markSize = 16;

/** A red disc with a soft edge, as BGRA: there is something to look at. */
export function missedMark(): Buffer {
  const pixels = Buffer.alloc(markSize * markSize * 4);
  const middle = (markSize - 1) / 2;
  for (let y = 0; y < markSize; y += 1) {
    for (let x = 0; x < markSize; x += 1) {
      const inside = markSize / 2 - Math.hypot(x - middle, y - middle);
      const alpha = Math.max(0, Math.min(1, inside));
      // Colours are multiplied by their opacity, as Windows wants them.
      pixels.set(
        [0x31, 0x31, 0xe0, 0xff].map((value) => Math.round(value * alpha)),
        (y * markSize + x) * 4,
      );
    }
  }
  return pixels;
}
