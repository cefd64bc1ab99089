import type { Page } from 'playwright';

/** Something on the page that is too pale: what it is, and its contrast. */
export type Pale = string;

/**
 * Measures, as WCAG 2.2 does, what a page shows: values of fields that cannot be changed and placeholders (4.5:1), and
 * buttons against what is behind them (3:1, by their background or their border).
 */
export const paleParts = (page: Page): Promise<Pale[]> =>
  page.evaluate(() => {
    type Color = readonly [number, number, number, number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    /** Of any notation, `color(srgb …)` too. */
    const read = (text: string): Color => {
      if (canvas === null) throw new Error('no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = (top: Color, below: Color): Color => {
      const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const behind = (element: Element | null): Color => {
      if (element === null) return read(getComputedStyle(document.body).backgroundColor);
      const color = read(getComputedStyle(element).backgroundColor);
      return color[3] === 1 ? color : over(color, behind(element.parentElement));
    };
    const light = ([r, g, b]: Color): number => {
      const part = (byte: number): number =>
        byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const ratio = (one: Color, other: Color): number => {
      const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const faded = (color: Color, element: Element): Color => {
      let alpha = color[3];
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        alpha *= Number(getComputedStyle(at).opacity);
      }
      return [color[0], color[1], color[2], alpha];
    };
    const seen = [
      ...document.querySelectorAll<HTMLElement>('input, textarea, button, label'),
    ].filter((element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    const said = (what: string, least: number, value: number, element: Element): Pale[] =>
      value >= least ? [] : [`${what} ${value.toFixed(2)}: ${element.outerHTML.slice(0, 160)}`];
    const text = (what: string, color: string, element: Element): Pale[] => {
      const ground = behind(element);
      return said(what, 4.5, ratio(over(faded(read(color), element), ground), ground), element);
    };
    const field = (element: HTMLInputElement | HTMLTextAreaElement): Pale[] => [
      ...(element.disabled && !/checkbox|radio/.test(element.type)
        ? text('value', getComputedStyle(element).color, element)
        : []),
      ...(element.placeholder !== '' && element.value === ''
        ? text('placeholder', getComputedStyle(element, '::placeholder').color, element)
        : []),
    ];
    const button = (element: HTMLElement): Pale[] => {
      const isButton = element.matches('.mantine-Button-root, .mantine-ActionIcon-root');
      const isFramed = isButton && /filled|default|light/.test(element.dataset['variant'] ?? '');
      if (!isFramed || element.matches(':disabled, [data-disabled]')) return [];
      const around = behind(element.parentElement);
      const { borderTopColor, borderTopWidth } = getComputedStyle(element);
      const line = over(read(borderTopWidth === '0px' ? 'transparent' : borderTopColor), around);
      return said(
        'button',
        3,
        Math.max(ratio(behind(element), around), ratio(line, around)),
        element,
      );
    };
    const isDark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
    return seen.flatMap((element) => {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        return field(element);
      }
      if (element instanceof HTMLButtonElement) return isDark ? button(element) : [];
      return element.dataset['disabled'] === undefined
        ? []
        : text('label', getComputedStyle(element).color, element);
    });
  });
