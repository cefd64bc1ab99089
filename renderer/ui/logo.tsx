/** The app's icon, as in build/icons/icon.svg: a popup window and the call that it came for. */
export function Logo({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 512 512" width={size} height={size} aria-hidden>
      <rect width="512" height="512" rx="112" fill="#0b7285" />
      <rect x="104" y="128" width="304" height="232" rx="28" fill="#fff" />
      <rect x="104" y="128" width="304" height="60" rx="28" fill="#99e9f2" />
      <rect x="104" y="160" width="304" height="28" fill="#99e9f2" />
      <circle cx="380" cy="352" r="84" fill="#0b7285" />
      <circle cx="380" cy="352" r="68" fill="#ffd43b" />
      <path
        d="M352 322c4-6 12-7 17-2l10 12c4 5 3 11-2 15l-7 5c5 11 13 19 24 24l5-7c4-5 10-6 15-2l12 10c5 5 4 13-2 17-9 7-20 9-31 4-22-9-40-27-48-48-3-10-1-20 7-28z"
        fill="#0b7285"
      />
      <rect x="140" y="224" width="150" height="18" rx="9" fill="#ced4da" />
      <rect x="140" y="264" width="200" height="18" rx="9" fill="#ced4da" />
      <rect x="140" y="304" width="120" height="18" rx="9" fill="#ced4da" />
    </svg>
  );
}
