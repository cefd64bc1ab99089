import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import { newPopup } from '../../../../renderer/features/popups/popup-draft.ts';
import { PopupsPage } from '../../../../renderer/features/popups/popups-page.tsx';
import { english } from '../../../../shared/text/english.ts';
import { MemoryDesk } from '../../../support/memory-desk.ts';
import { callFieldOf } from '../../../support/popup-form-fields.ts';
import { beside, differs, says } from '../../../support/reference-table.ts';
import { show } from '../../../support/render.tsx';
import { ruleWith } from '../../../support/rule-desk.ts';
import { url } from './ccs-opened.ts';

const listed = { ...newPopup(), id: 'a', name: 'Fatih 21', url };
const button = (name: string) => screen.getByRole('button', { name });

/** The list, and what a press on a button of its row leads to. */
async function pressInList(action: 'edit' | 'delete') {
  const desk = new MemoryDesk({ popups: [listed] });
  const user = await show(<PopupsPage />, desk);
  await user.click(button(`${english(`common.${action}`)}: Fatih 21`));
  return { desk, user, dialog: within(await screen.findByRole('dialog')) };
}
const names = () => screen.queryAllByTestId('popup-row').map((row) => row.textContent);

const heads = async (): Promise<(string | null)[]> => {
  await show(<PopupsPage />, new MemoryDesk({ popups: [listed] }));
  return screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
};

async function saveNew(): Promise<void> {
  const desk = new MemoryDesk();
  const user = await show(<PopupsPage />, desk);
  await user.click(button(english('popups.add')));
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'wttxpopup');
  await user.type(screen.getByRole('textbox', { name: english('popupForm.url') }), url);
  await user.click(button(english('common.save')));
  await screen.findByText(english('saved.popups', { name: 'wttxpopup' }));
  await waitFor(() => expect(names()).toEqual([expect.stringContaining('wttxpopup')]));
}

/** The list, and what is done in it. */
export const listRows = [
  says('listColumns › *', async ({ value }) => expect(await heads()).toContain(value)),
  says('listColumnSources › *', async ({ names: [column = ''], value, text }) => {
    const own =
      value === null ? (column === 'Contact Key' ? 'Contact ID' : 'Campaign Queue ID') : text;
    const isName = own === 'Name';
    const parameters = isName ? [] : [{ name: 'typed', field: callFieldOf(own) }];
    await show(<PopupsPage />, new MemoryDesk({ popups: [{ ...listed, parameters }] }));
    const at = screen.getAllByRole('columnheader').findIndex((one) => one.textContent === column);
    const cell = within(screen.getByTestId('popup-row')).getAllByRole('cell')[at];
    expect(cell?.textContent).toContain(isName ? 'Fatih 21' : 'typed');
  }),
  says('listSampleRows › * › *', async ({ names: [, column = ''], text }) => {
    const isName = column === 'Popup';
    const field = isName ? undefined : callFieldOf(column === 'Queue' ? 'Queue ID' : column);
    const parameters = field === undefined ? [] : [{ name: text, field }];
    const popup = { ...listed, ...(isName && { name: text }), parameters };
    await show(<PopupsPage />, new MemoryDesk({ popups: [popup] }));
    expect(names()).toEqual([expect.stringContaining(text)]);
  }),
  says('operations › add › control', saveNew),
  differs(
    'operations › add › dialogTitleShown',
    'The manual shows the title of editing',
    async () => {
      const user = await show(<PopupsPage />, new MemoryDesk());
      await user.click(button(english('popups.add')));
      await screen.findByRole('dialog', { name: english('popupForm.addTitle') });
    },
  ),
  says('operations › * › buttons › *', async ({ text }) => {
    const { dialog } = await pressInList('edit');
    expect(dialog.getAllByRole('button', { name: text })).not.toEqual([]);
  }),
  differs(
    'operations › add › afterSave',
    'The confirmation goes away without a press; it interrupts no call',
    saveNew,
  ),
  differs('operations › edit › afterSave', 'As above', async () => {
    const { user, dialog } = await pressInList('edit');
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), '!');
    await user.click(dialog.getByRole('button', { name: english('common.save') }));
    await screen.findByText(english('saved.popups', { name: 'Fatih 21!' }));
  }),
  says('operations › edit › control', async () => {
    const { dialog } = await pressInList('edit');
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Fatih 21');
  }),
  differs('operations › edit › dialogTitleShown', 'It names what is edited: a popup', async () => {
    await pressInList('edit');
    screen.getByRole('dialog', { name: english('popupForm.editTitle') });
  }),
  says('operations › delete › control', async () => {
    await show(<PopupsPage />, new MemoryDesk({ popups: [listed] }));
    const [edit, remove] = (['edit', 'delete'] as const).map((action) =>
      button(`${english(`common.${action}`)}: Fatih 21`),
    );
    expect(edit?.compareDocumentPosition(remove!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  }),
  differs(
    'operations › delete › confirm',
    'The button says what it does, Delete, and the question is our own: the browser’s would stop the popups',
    async () => {
      const { dialog } = await pressInList('delete');
      dialog.getByRole('button', { name: english('popups.ok') });
      dialog.getByText(english('common.cancel'));
    },
  ),
  says('operations › delete › after', async () => {
    const { user, dialog } = await pressInList('delete');
    await user.click(dialog.getByRole('button', { name: english('popups.ok') }));
    await waitFor(() => expect(names()).toEqual([]));
  }),
  says('operations › refresh › control', async () => {
    await show(<PopupsPage />, new MemoryDesk({ popups: [listed] }));
    button(english('list.refresh'));
  }),
  beside('operations › refresh › note', 'A wrong heading of the manual'),
  says('operations › searchBy › *', async ({ value }) => {
    const popups = [listed, { ...listed, id: 'b', name: 'Other' }];
    const rules = [
      ruleWith({ which: { queues: ['202199928'] }, actions: [{ do: 'popup', popup: 'b' }] }),
    ];
    const user = await show(<PopupsPage />, new MemoryDesk({ popups, rules }));
    const isQueue = value === 'Queue';
    const box = english(isQueue ? 'popups.searchQueue' : 'popups.search');
    await user.type(screen.getByRole('searchbox', { name: box }), isQueue ? '2021' : 'fatih');
    const found = isQueue ? 'Other' : 'Fatih 21';
    await waitFor(() => expect(names()).toEqual([expect.stringContaining(found)]));
  }),
  differs(
    'operations › listControls › *',
    'The boxes of the search are in sight, and the bar of the pages stands below the list',
    async () => {
      const popups = Array.from({ length: 60 }, (_, at) => ({
        ...listed,
        id: `p${at}`,
        name: `P${at}`,
      }));
      const user = await show(<PopupsPage />, new MemoryDesk({ popups }));
      expect(screen.getAllByRole('searchbox')).toHaveLength(2);
      const before = names();
      await user.click(button(english('list.page', { number: 2 })));
      await waitFor(() => expect(names()).not.toEqual(before));
    },
  ),
  differs(
    'messages › deleteConfirm',
    'It is not for good: the deletion can be undone for 15 seconds',
    async () => {
      const { dialog } = await pressInList('delete');
      dialog.getByText('Delete the popup “Fatih 21”? You can undo this for 15 seconds.');
    },
  ),
  says('messages › deleteConfirmPlaceholder', async () => {
    const { dialog } = await pressInList('delete');
    expect(dialog.getAllByText(/Fatih 21/)).not.toEqual([]);
  }),
  differs('messages › deleteButtons › *', 'The button says what it does: Delete', async () => {
    const { desk, user, dialog } = await pressInList('delete');
    await user.click(dialog.getByText(english('common.cancel')));
    expect(desk.config.snapshot().popups).toHaveLength(1);
  }),
  says('messages › saveConfirm', saveNew),
  differs('messages › saveConfirmButton', 'It goes away without a press, or with one', async () => {
    await saveNew();
    button(english('common.dismiss'));
  }),
  beside('messages › note', 'What the manual does not show'),
];
