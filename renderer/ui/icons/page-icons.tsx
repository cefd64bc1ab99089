import { CallDot, Glyph, type GlyphProps } from './glyph.tsx';

/** A headset; the dot is its microphone. */
export const DeskIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M3.8 11V9.2a6.2 6.2 0 0 1 12.4 0V11" />
    <rect x="2.8" y="10.2" width="3.4" height="5" rx="1.5" />
    <rect x="13.8" y="10.2" width="3.4" height="5" rx="1.5" />
    <path d="M15.6 15.2c0 1.6-1 2.4-2.6 2.4" />
    <CallDot x={11} y={17.5} />
  </Glyph>
);

/** A clock that goes back. */
export const HistoryIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M3.1 3.4v3.4h3.4" />
    <path d="M3.4 6.6a7.1 7.1 0 1 1-.4 4.6" />
    <path d="M10 5.9V10l2.8 1.9" />
    <CallDot x={10} y={10} r={1.4} />
  </Glyph>
);

/** Bars, and the call that came last. */
export const OverviewIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="2.8" y="11" width="3" height="6.2" rx="1" />
    <rect x="8.5" y="3" width="3" height="14.2" rx="1" />
    <rect x="14.2" y="9.4" width="3" height="7.8" rx="1" />
    <CallDot x={15.7} y={5.6} />
  </Glyph>
);

/** A window with the call it came for, as in the app's icon. */
export const PopupsIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M17.4 10V6a2.4 2.4 0 0 0-2.4-2.4H5A2.4 2.4 0 0 0 2.6 6v8A2.4 2.4 0 0 0 5 16.4h6" />
    <path d="M2.6 7.6h14.8" />
    <CallDot x={15.4} y={14.6} r={2.4} />
  </Glyph>
);

/** A paper plane and the call it started from. */
export const WebhooksIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M17 3 2.8 8.2l5.7 3.3 3.3 5.7L17 3Z" />
    <path d="m8.5 11.5 3.2-3.2" />
    <CallDot x={4.4} y={15.6} />
  </Glyph>
);

/** Steps that branch, from one call. */
export const FlowsIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M10 5v3.8" />
    <path d="M4.8 12v-1.4a1.8 1.8 0 0 1 1.8-1.8h6.8a1.8 1.8 0 0 1 1.8 1.8V12" />
    <rect x="2.6" y="12" width="4.4" height="4.8" rx="1.3" />
    <rect x="13" y="12" width="4.4" height="4.8" rx="1.3" />
    <CallDot x={10} y={4} r={2} />
  </Glyph>
);

/** A call, and the two ways it can take. */
export const RulesIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M4.4 10h1.4c4 0 2.6-5 6.6-5h4.4" />
    <path d="M5.8 10c4 0 2.6 5 6.6 5h4.4" />
    <path d="m14.6 2.6 2.5 2.4-2.5 2.4" />
    <path d="m14.6 12.6 2.5 2.4-2.5 2.4" />
    <CallDot x={3.8} y={10} r={1.9} />
  </Glyph>
);

/** A plug; what comes through it is calls. */
export const SourcesIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M7 2.8v3.4" />
    <path d="M13 2.8v3.4" />
    <path d="M4.2 6.2h11.6v2.2a5.8 5.8 0 0 1-11.6 0V6.2Z" />
    <CallDot x={10} y={17} />
  </Glyph>
);

/** Lines, the newest first. */
export const LogIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M8 4.6h9" />
    <path d="M8 10h9" />
    <path d="M8 15.4h6" />
    <path d="M3.4 10h1" />
    <path d="M3.4 15.4h1" />
    <CallDot x={3.9} y={4.6} r={1.7} />
  </Glyph>
);

/** Two sliders. */
export const SettingsIcon = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M2.8 6h7" />
    <path d="M14.6 6h2.6" />
    <circle cx="12.2" cy="6" r="2.4" />
    <path d="M2.8 14h2.6" />
    <path d="M9.8 14h7.4" />
    <CallDot x={7.6} y={14} r={2.4} />
  </Glyph>
);
