/** A rectangle in device-independent pixels, as Electron's. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** So much of a window must be on a screen to be found and dragged. */
const minimumVisible = 80;

/** The same place where it can be seen, else the nearest of the main screen. */
export function placeOnScreen(bounds: Bounds, workAreas: readonly [Bounds, ...Bounds[]]): Bounds {
  const area = workAreas.find((one) => overlaps(bounds, one));
  return area === undefined ? fitInto(bounds, workAreas[0]) : bounds;
}

/** Whether enough of a is in b to be found and dragged. */
export function overlaps(a: Bounds, b: Bounds): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width >= minimumVisible && height >= minimumVisible;
}

/** Inside the area: moved, and made smaller where it is larger. */
export function fitInto(bounds: Bounds, area: Bounds): Bounds {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
  return {
    width,
    height,
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
  };
}
