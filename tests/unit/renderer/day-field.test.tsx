// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LanguageContext } from '../../../renderer/i18n/use-text.ts';
import { DayField } from '../../../renderer/ui/day-field.tsx';
import { dayLocale } from '../../../renderer/ui/day-locale.ts';
import { catalogues } from '../../../shared/text/catalogues.ts';
import { createTranslate } from '../../../shared/text/translate.ts';

afterEach(cleanup);

it.each([
  ['nl', 'nl-NL', '14-03-2026'],
  ['tr', 'tr-TR', '14.03.2026'],
  ['en', 'en-GB', '14/03/2026'],
  ['en', 'en-US', '03/14/2026'],
] as const)('shows and reads a day as %s (%s) writes it', (name, locale, written) => {
  const days: string[] = [];
  render(
    <LanguageContext value={createTranslate(catalogues[name], locale)}>
      <MantineProvider env="test">
        <DayField label="Day" value="2026-03-14" onChange={(day) => days.push(day)} />
      </MantineProvider>
    </LanguageContext>,
  );
  const input = screen.getByLabelText<HTMLInputElement>('Day');
  expect(input.value).toBe(written);
  fireEvent.change(input, { target: { value: written.replace('14', '15') } });
  expect(days).toEqual(['2026-03-15']);
});

it('knows the calendar of every locale', () => {
  expect(['en', 'en-US', 'en-IE', 'nl-BE', 'tr'].map(dayLocale)).toEqual([
    ...['en', 'en', 'en-gb'],
    ...['nl', 'tr'],
  ]);
});
