// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { PopupEditor } from '../../../renderer/features/popups/popup-editor.tsx';
import { urlPieces } from '../../../renderer/ui/url-pieces.ts';
import { refused } from '../../../shared/contract/reply.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { english } from '../../../shared/text/english.ts';
import { message } from '../../../shared/text/message.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { addField } from '../../support/popup-form-fields.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const crm: Popup = { ...newPopup(), id: 'crm', name: '', url: 'https://crm.example.com/' };
const button = (name: string) => screen.getByRole('button', { name });
const url = 'https://crm.example.com/?phone=0201234567';
const preview: Handlers['popup.preview'] = () => ({
  ok: true,
  value: { url, plainUrl: url, parameters: [['phone', '0201234567']] },
});

const edit = (popup: Popup, answers: Partial<Handlers> = {}) =>
  show(
    <PopupEditor popup={popup} isNew onClose={vi.fn()} />,
    new MemoryDesk({}, { 'popup.preview': preview, ...answers }),
  );

it('shows the value of the chosen call beside each parameter, and the URL in pieces that join', async () => {
  const user = await edit(crm);
  await addField(user, 'callerNumber', 'phone');
  await screen.findByText('0201234567', { selector: 'p' });
  expect((await screen.findByTestId('preview-plain')).textContent).toBe(url);
});

it('joins the pieces of any URL to the same URL', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { page, pairs, fragment } = urlPieces(text);
      const query = pairs.map(
        ({ mark, name, value }) => mark + name + (value === undefined ? '' : `=${value}`),
      );
      expect(page + query.join('') + fragment).toBe(text);
    }),
  );
});

it('offers each field once, with its example, and gives the cursor to the name of what is added', async () => {
  const user = await edit(crm);
  const input = await addField(user, 'queueName', 'queue');
  expect(input).toHaveProperty('value', 'queue');
  await user.click(button(english('popupForm.addField')));
  const search = await screen.findByLabelText(english('popupForm.searchFields'));
  const label = english('callField.queueName.label');
  await user.type(search, label);
  expect(screen.queryByRole('button', { name: new RegExp(`^${label} Sales`) })).toBeNull();
  await user.clear(search);
  await user.click(button(english('popupForm.otherField')));
  await waitFor(() => expect(field(english('popupForm.extraField'))).toBeTruthy());
  expect(document.activeElement).toBe(field(english('popupForm.extraName')));
});

it('tests the draft as it stands, and says why it cannot be opened', async () => {
  const test = vi.fn<Handlers['popup.testDraft']>();
  test.mockReturnValueOnce({ ok: true, value: null });
  test.mockReturnValueOnce(refused(message('problem.popup.callUnreadable')));
  const user = await edit(crm, { 'popup.testDraft': test });
  await waitFor(() =>
    expect(button(english('popupForm.testNow'))).toHaveProperty('disabled', false),
  );
  await user.click(button(english('popupForm.testNow')));
  await screen.findByText(english('popupForm.tested'));
  // It has no name yet, and needs none.
  expect(test.mock.calls[0]?.[0].popup.name).toBe(english('popupForm.untitled'));
  await user.type(field('Name'), 'CRM');
  expect(screen.queryByText(english('popupForm.tested'))).toBeNull();
  await user.click(button(english('popupForm.testNow')));
  await screen.findByText(english('problem.popup.callUnreadable'));
});

it('fills in the URL of a CRM, and opens a record for calls that have its ID only', async () => {
  const user = await edit({ ...crm, url: '' });
  await user.click(screen.getByRole('combobox', { name: english('popupForm.crm') }));
  await user.click(await screen.findByRole('option', { name: 'Bitrix24' }));
  const site = field(english('popupForm.crmSite', { crm: 'Bitrix24' }));
  await user.type(site, 'acme{Enter}');
  expect(problemAt(site)).toContain('acme.bitrix24.com');
  await user.clear(site);
  await user.type(site, 'acme.bitrix24.eu/crm{Enter}');
  expect(field(english('popupForm.url'))).toHaveProperty(
    'value',
    'https://acme.bitrix24.eu/crm/contact/details/{{contactCrmId}}/',
  );
  expect(field(english('popupForm.whenEmpty'))).toHaveProperty('value', english('popupForm.skip'));
});

it('shows code for what is encrypted or signed, and the documentation for other forms', async () => {
  const user = await edit(crm);
  expect(screen.queryByText(english('popupForm.receiverCode'))).toBeNull();
  await user.click(screen.getByRole('switch', { name: english('popupForm.enableEncryption') }));
  await user.type(screen.getByLabelText(english('popupForm.key')), 'a long passphrase');
  await user.click(await screen.findByRole('tab', { name: 'Java' }));
  const code = await screen.findByTestId('receiver-code');
  await waitFor(() => expect(code.textContent).toContain('static Map<String, String> read'));
  expect(code.textContent).not.toContain('a long passphrase');
  await user.click(screen.getByRole('combobox', { name: english('popupForm.preset') }));
  await user.click(
    await screen.findByRole('option', { name: english('popupForm.presets.laravel') }),
  );
  await screen.findByText(english('popupForm.receiverElsewhere'));
});

it('leads to a section and puts the cursor there', async () => {
  const user = await edit(crm);
  const nav = within(screen.getByRole('navigation', { name: english('popupForm.sections') }));
  const entry = nav.getByRole('button', { name: english('popupForm.signIn') });
  await user.click(entry);
  expect(document.activeElement).toBe(field(english('popupForm.signInUrl')));
  expect(entry.getAttribute('aria-current')).toBe('true');
});
