import { useEffect, useState } from 'react';

/** A section counts as in sight once its top is in the upper third of what can be seen of the form. */
const upperPart = 1 / 3;

/** Which of the sections a person looks at, and the way to another. */
export function useSectionInView(first: string | undefined) {
  const [current, setCurrent] = useState(first);
  useEffect(() => {
    const lookIn = (scroller: Element): void => {
      const sections = [...scroller.querySelectorAll('[data-section]')];
      if (sections.length > 0) setCurrent(sectionIn(scroller, sections));
    };
    const scrolled = ({ target }: Event): void => {
      if (target instanceof Element) lookIn(target);
    };
    const resized = (): void => {
      const scroller = scrollerOf(document.querySelector('[data-section]'));
      if (scroller !== undefined) lookIn(scroller);
    };
    // Which element scrolls depends on the width; scrolling does not bubble.
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    window.addEventListener('resize', resized);
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true });
      window.removeEventListener('resize', resized);
    };
  }, []);
  const goTo = (id: string): void => {
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
    // The last ones are too short to come to the top.
    setCurrent(id);
  };
  return { current, goTo };
}

function scrollerOf(section: Element | null): Element | undefined {
  for (let one = section?.parentElement; one != null; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight && getComputedStyle(one).overflowY === 'auto')
      return one;
  }
  return undefined;
}

function sectionIn(scroller: Element, sections: readonly Element[]): string | undefined {
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
  const { top } = scroller.getBoundingClientRect();
  const line = top + scroller.clientHeight * upperPart;
  const above = sections.filter((one) => one.getBoundingClientRect().top <= line);
  return (isAtEnd ? sections : above).at(-1)?.id ?? sections[0]?.id;
}
