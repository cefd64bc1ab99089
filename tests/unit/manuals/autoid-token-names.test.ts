import { expect, it } from 'vitest';
import { tokenChoices, tokenLabel } from '../../../shared/templates/token-catalogue.ts';
import { catalogues } from '../../../shared/text/catalogues.ts';
import { english } from '../../../shared/text/english.ts';
import { createTranslate } from '../../../shared/text/translate.ts';

const own = tokenChoices.filter(({ field }) => field.startsWith('ext.autoid.'));
const dutch = createTranslate(catalogues.nl, 'nl');
const turkish = createTranslate(catalogues.tr, 'tr');

it('says in each language what a token of AutoID alone means', () => {
  const vin = own.find(({ key }) => key === '%vehicle_vin%')!;
  expect([english, dutch, turkish].map((t) => tokenLabel(vin, t))).toEqual([
    '%vehicle_vin% · VIN of the vehicle',
    '%vehicle_vin% · VIN van het voertuig',
    '%vehicle_vin% · Aracın şasi numarası (VIN)',
  ]);
  expect(own).toHaveLength(55);
  for (const choice of own) {
    for (const t of [dutch, turkish]) {
      expect(tokenLabel(choice, t)).not.toBe(tokenLabel(choice, english));
    }
  }
});
