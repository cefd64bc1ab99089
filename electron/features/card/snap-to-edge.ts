/** A rectangle in device-independent pixels, as Electron's. */
interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between the card and the edge of its screen. */
const gap = 8;

/** The place at the nearest edge of a screen. @param area what of the screen windows may use */
export function snapToEdge(bounds: Bounds, area: Bounds): Bounds {
  const { width, height } = bounds;
  const left = area.x + gap;
  const top = area.y + gap;
  const right = Math.max(left, area.x + area.width - width - gap);
  const bottom = Math.max(top, area.y + area.height - height - gap);
  const x = Math.min(Math.max(bounds.x, left), right);
  const y = Math.min(Math.max(bounds.y, top), bottom);
  const edges = [
    { x: left, y, far: x - left },
    { x: right, y, far: right - x },
    { x, y: top, far: y - top },
    { x, y: bottom, far: bottom - y },
  ];
  const nearest = edges.reduce((best, edge) => (edge.far < best.far ? edge : best));
  return { x: nearest.x, y: nearest.y, width, height };
}

/** Where it is until a person moves it: at the lower right, as notifications. */
export const firstPlace = (size: Pick<Bounds, 'width' | 'height'>, area: Bounds): Bounds =>
  snapToEdge({ ...size, x: area.x + area.width, y: area.y + area.height }, area);
