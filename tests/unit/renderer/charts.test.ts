import { expect, it } from 'vitest';
import { barNames, chartBars, lastDay } from '../../../renderer/ui/charts/chart-bars.ts';
import { chartColors } from '../../../renderer/ui/charts/chart-colors.ts';
import { shareText } from '../../../renderer/ui/share-text.ts';
import { healthSearchSchema } from '../../../shared/model/delivery-health.ts';

const day = 86_400_000;
const local = (month: number, date: number, hour = 0) =>
  new Date(2026, month, date, hour).getTime();

it('divides time into hours, days or weeks by how long it is', () => {
  expect(chartBars(local(2, 14), local(2, 15) - 1)?.edges).toEqual(
    Array.from({ length: 25 }, (_, at) => local(2, 14, at)),
  );
  const week = chartBars(local(2, 14), local(2, 21) - 1);
  expect(week).toEqual({
    unit: 'day',
    edges: Array.from({ length: 8 }, (_, at) => local(2, 14 + at)),
  });
  expect(chartBars(local(0, 1), local(11, 31))?.unit).toBe('week');
  expect(chartBars(2, 1)).toBeUndefined();
});

it('never makes more bars than the figures are asked for', () => {
  for (const span of [1, 3 * day, 92 * day, 400 * day, 20_000 * day]) {
    const bars = chartBars(local(2, 14) - span, local(2, 14));
    expect(healthSearchSchema.safeParse({ edges: bars?.edges }).success, String(span)).toBe(true);
  }
});

it('ends the last 24 hours with the one that runs', () => {
  const { edges } = lastDay(local(2, 14, 10) + 1_234);
  expect([edges.length, edges[0], edges.at(-1)]).toEqual([25, local(2, 13, 11), local(2, 14, 11)]);
  expect(barNames({ unit: 'hour', edges: edges.slice(0, 2) }, 'en-GB')).toEqual([
    { short: '11:00', whole: '13 Mar 2026, 11:00' },
  ]);
});

it('rounds no failure away', () => {
  expect(shareText(9_999, 10_000, 'en')).toBe('99.9%');
  expect(shareText(5, 5, 'en')).toBe('100%');
  expect(shareText(0, 0, 'en')).toBe('–');
});

type Rgb = readonly [number, number, number];

const channels = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];
const linear = (value: number): number =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const times = (rows: readonly Rgb[], [r, g, b]: Rgb): Rgb => {
  const one = (at: number): number => {
    const [x, y, z] = rows[at] ?? [0, 0, 0];
    return x * r + y * g + z * b;
  };
  return [one(0), one(1), one(2)];
};
const luminance = (hex: string): number => {
  const [r, g, b] = channels(hex).map(linear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

/** How colours look to a person who cannot see one of the three primaries: Machado, Oliveira and Fernandes (2009). */
const blindness: Readonly<Record<string, readonly Rgb[]>> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** In CIE L*a*b*, where a difference of 2.3 is just seen. */
function lab(hex: string, kind: string): Rgb {
  const seen = times(blindness[kind] ?? [], channels(hex).map(linear) as unknown as Rgb);
  const [x, y, z] = times(
    [
      [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
      [0.2126, 0.7152, 0.0722],
      [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
    ],
    seen,
  ).map((value) =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116,
  ) as unknown as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

it.each(['light', 'dark'] as const)('uses colours that everybody can tell apart, %s', (scheme) => {
  const page = scheme === 'light' ? '#ffffff' : '#242424';
  const colors = Object.values(chartColors[scheme]);
  // WCAG 1.4.11: what carries meaning is seen against the page.
  for (const color of colors) expect(contrast(color, page), color).toBeGreaterThanOrEqual(3);
  for (const kind of Object.keys(blindness)) {
    for (const [at, color] of colors.entries()) {
      for (const other of colors.slice(at + 1)) {
        const [a, b] = [lab(color, kind), lab(other, kind)];
        const apart = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
        expect(apart, `${kind}: ${color} and ${other}`).toBeGreaterThan(12);
      }
    }
  }
});
