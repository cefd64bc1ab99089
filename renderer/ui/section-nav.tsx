import { UnstyledButton } from '@mantine/core';
import classes from './section-nav.module.css';
import { useSectionInView } from './use-section-in-view.ts';

export interface SectionEntry {
  /** Of the element in the form. */
  readonly id: string;
  readonly label: string;
}

interface SectionNavProps {
  readonly label: string;
  readonly sections: readonly SectionEntry[];
}

/** The sections of a long form: says which one is in sight, and leads to each. */
export function SectionNav({ label, sections }: SectionNavProps) {
  const { current, goTo } = useSectionInView(sections[0]?.id);
  return (
    <nav className={classes['nav']} aria-label={label}>
      {sections.map(({ id, label: name }) => (
        <UnstyledButton
          key={id}
          type="button"
          className={classes['entry']}
          aria-current={id === current ? 'true' : undefined}
          onClick={() => goTo(id)}
        >
          {name}
        </UnstyledButton>
      ))}
    </nav>
  );
}
