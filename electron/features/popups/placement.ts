import { fitInto, overlaps, type Bounds } from '../../platform/windows/bounds.ts';

/** Far enough that both title bars can be read. */
const cascadeStep = 32;
/**
 * The desk is centred. A popup beside it leaves both to be seen, also on a display without a
 * window manager, where a window made earlier stays below and, covered whole, would not even paint.
 */
const offCentre = 48;
/**
 * Where a new popup goes: where the last one of its kind was, if that is still on a screen, a step
 * beside any window at exactly that position, otherwise slightly off the centre of the main screen.
 */
export function placePopup(
  wanted: { readonly width: number; readonly height: number },
  remembered: Bounds | undefined,
  taken: readonly Bounds[],
  workAreas: readonly [Bounds, ...Bounds[]],
): Bounds {
  const area = workAreas.find((one) => remembered !== undefined && overlaps(remembered, one));
  const start =
    remembered !== undefined && area !== undefined ? remembered : centred(wanted, workAreas[0]);
  return cascade(fitInto(start, area ?? workAreas[0]), taken, area ?? workAreas[0]);
}

const smallestChild = { width: 320, height: 240 };
const usualChild = { width: 800, height: 600 };

/**
 * Where a window goes that a page opens: in the middle of the page's own, whole on its screen.
 *
 * @param features of `window.open`: only a width and a height in it count
 */
export function childBounds(features: string, parent: Bounds, area: Bounds): Bounds {
  const wanted = new Map(
    features
      .slice(0, 1_000)
      .split(',')
      .map((feature) => feature.toLowerCase().split('='))
      .map(([name = '', value = '']) => [name.trim(), Number.parseInt(value, 10)]),
  );
  const size = (names: readonly string[], smallest: number, usual: number): number => {
    const value = names.map((name) => wanted.get(name)).find((one) => one !== undefined);
    return value === undefined || Number.isNaN(value) ? usual : Math.max(smallest, value);
  };
  const width = size(['width', 'innerwidth'], smallestChild.width, usualChild.width);
  const height = size(['height', 'innerheight'], smallestChild.height, usualChild.height);
  return fitInto(
    {
      width,
      height,
      x: parent.x + Math.round((parent.width - Math.min(width, area.width)) / 2),
      y: parent.y + Math.round((parent.height - Math.min(height, area.height)) / 2),
    },
    area,
  );
}

function centred(size: { width: number; height: number }, area: Bounds): Bounds {
  return {
    ...size,
    x: area.x + Math.round((area.width - size.width) / 2) + offCentre,
    y: area.y + Math.round((area.height - size.height) / 2) + offCentre,
  };
}

/** Tries a step down and right each time; at an edge it begins again at the opposite one. */
function cascade(bounds: Bounds, taken: readonly Bounds[], area: Bounds): Bounds {
  const wrap = (offset: number, room: number): number => (room <= 0 ? 0 : offset % (room + 1));
  const { width, height } = bounds;
  const at = (step: number): Bounds => ({
    width,
    height,
    x: area.x + wrap(bounds.x - area.x + step * cascadeStep, area.width - width),
    y: area.y + wrap(bounds.y - area.y + step * cascadeStep, area.height - height),
  });
  for (let step = 0; step <= taken.length; step += 1) {
    const place = at(step);
    if (!taken.some(({ x, y }) => x === place.x && y === place.y)) return place;
  }
  return bounds;
}
