/**
 * A ref for what scrolls: keeps the field that has the focus in sight while that part gets smaller, as when a preview below it grows
 * (WCAG 2.4.11). A field that a person has scrolled away from stays where it is.
 */
export function focusInSight(scroller: HTMLElement | null): (() => void) | undefined {
  if (scroller === null) return undefined;
  let height = scroller.clientHeight;
  const observer = new ResizeObserver(() => {
    const before = height;
    height = scroller.clientHeight;
    const { activeElement } = document;
    if (activeElement === null || !scroller.contains(activeElement)) return;
    const { top } = scroller.getBoundingClientRect();
    const bottom = activeElement.getBoundingClientRect().bottom - top;
    if (bottom > height && bottom <= before) activeElement.scrollIntoView({ block: 'nearest' });
  });
  observer.observe(scroller);
  return () => observer.disconnect();
}
