import type { ReactNode } from 'react';

export interface GlyphProps {
  /** Pixels; drawn for 20. */
  readonly size?: number;
}

/** A glyph of ours: a grid of 20, one width of line with round ends, and one dot, the call of the app's icon. */
export function Glyph({ size = 20, children }: GlyphProps & { readonly children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      style={{ flex: 'none' }}
    >
      {children}
    </svg>
  );
}

/** Its centre and radius on the grid. */
export function CallDot({ x, y, r = 1.5 }: { x: number; y: number; r?: number }) {
  return <circle cx={x} cy={y} r={r} fill="currentColor" stroke="none" />;
}
