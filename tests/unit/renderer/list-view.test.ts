import { expect, it } from 'vitest';
import { foundOptions } from '../../../renderer/ui/found-options.ts';
import { listView, type ListQuery } from '../../../renderer/ui/list/list-view.ts';

interface Item {
  readonly name: string;
  readonly used: number;
}
const items: Item[] = [
  { name: 'Müşteri 10', used: 5 },
  { name: 'IRIS', used: 0 },
  { name: 'müşteri 9', used: 70 },
];
const columns = [
  { key: 'name', label: 'Name', value: ({ name }: Item) => name },
  { key: 'used', label: 'Used', value: ({ used }: Item) => used },
];
const searches = [
  { label: 'Name', text: ({ name }: Item) => name },
  { label: 'Used', text: ({ used }: Item) => `${used} times` },
];
const show = (query: Partial<ListQuery>, locale = 'tr') =>
  listView(
    items,
    columns,
    { searches: [], sorting: undefined, page: 0, pageSize: 2, ...query },
    searches,
    locale,
  );
const names = (list: readonly Item[]) => list.map(({ name }) => name);

it('finds every word, in any order, however its letters are written', () => {
  expect(names(show({ searches: [' 9 MÜŞTERİ '] }).matching)).toEqual(['müşteri 9']);
  expect(names(show({ searches: ['ırıs'] }).matching)).toEqual(['IRIS']);
  expect(names(show({ searches: ['iris'] }).matching)).toEqual(['IRIS']);
  expect(names(show({ searches: ['musteri 10'] }, 'en').matching)).toEqual(['Müşteri 10']);
  expect(show({ searches: ['nobody'] })).toMatchObject({ matching: [], page: 0, pages: 1 });
});

it('finds what every box finds, and all of it where no box has a word', () => {
  expect(names(show({ searches: ['müşteri', '5 times'] }).matching)).toEqual(['Müşteri 10']);
  expect(names(show({ searches: ['', '0 times'] }).matching)).toEqual(['IRIS', 'müşteri 9']);
  expect(names(show({ searches: ['iris', '70'] }).matching)).toEqual([]);
  expect(show({ searches: ['', ' '] }).matching).toBe(items);
});

it('sorts texts as people do and numbers as numbers, both ways', () => {
  const by = (key: string, descending: boolean) =>
    names(show({ sorting: { key, descending } }).matching);
  expect(by('name', false)).toEqual(['IRIS', 'müşteri 9', 'Müşteri 10']);
  expect(by('used', true)).toEqual(['müşteri 9', 'Müşteri 10', 'IRIS']);
});

it('shows a page, and the last one where the wanted page is gone', () => {
  expect(names(show({ page: 0 }).shown)).toEqual(['Müşteri 10', 'IRIS']);
  expect(show({ page: 7 })).toMatchObject({ page: 1, pages: 2, shown: [{ name: 'müşteri 9' }] });
});

it('finds options of a field as lists find rows, and leaves out groups without one', () => {
  const option = (label: string) => ({ value: label, label });
  const options = [
    { group: 'Queues', items: [option('Satış'), option('İade')] },
    { group: 'Popups', items: [option('CRM')] },
    option('Straße'),
  ];
  const found = (search: string, limit = 9) => foundOptions({ options, search, limit });
  expect(found('SATIŞ')).toEqual([{ group: 'Queues', items: [option('Satış')] }]);
  expect(found('strasse')).toEqual([option('Straße')]);
  expect(found('')).toEqual(options);
  expect(found('', 1)).toEqual([{ group: 'Queues', items: [option('Satış')] }]);
});
