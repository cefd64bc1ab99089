// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { PopupEditor } from '../../../renderer/features/popups/popup-editor.tsx';
import { presets } from '../../../shared/cipher/presets.ts';
import { refused } from '../../../shared/contract/reply.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { english } from '../../../shared/text/english.ts';
import { message } from '../../../shared/text/message.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { addField } from '../../support/popup-form-fields.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const crm: Popup = { ...newPopup(), id: 'crm', name: 'CRM', url: 'https://crm.example.com/' };
const url = () => field(english('popupForm.url'));
const save = () => screen.getByRole('button', { name: 'Save' });

async function edit(popup: Popup, answers: Partial<Handlers> = {}) {
  const desk = new MemoryDesk({ popups: [popup] }, answers);
  const onClose = vi.fn();
  const user = await show(<PopupEditor popup={popup} isNew={false} onClose={onClose} />, desk);
  const saved = async (): Promise<Popup | undefined> => {
    await user.click(save());
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    return desk.config.snapshot().popups[0];
  };
  const choose = async (label: string, option: string): Promise<void> => {
    await user.click(screen.getByRole('combobox', { name: label }));
    const [list] = await screen.findAllByRole('listbox', { name: label });
    await user.click(within(list!).getByRole('option', { name: option }));
  };
  return { user, saved, choose, desk };
}

it('turns the tokens of a pasted Vicidial address into ours', async () => {
  const { user, saved } = await edit(crm);
  await user.clear(url());
  await user.click(url());
  await user.paste('https://crm.example.com/--A--lead_id--B--?p=--A--phone_number--B--');
  expect(url()).toHaveProperty('value', 'https://crm.example.com/{{contactId}}?p={{callerNumber}}');
  expect((await saved())?.url).toContain('{{contactId}}');
});

it('inserts a chosen token in a format that its field can have', async () => {
  const { user } = await edit(crm);
  const [menu] = screen.getAllByRole('button', { name: english('webhooks.insertToken') });
  const choose = async (token: RegExp): Promise<void> => {
    await user.click(menu!);
    const format = await screen.findByLabelText(english('format.label'));
    await user.selectOptions(format, 'national');
    await user.click(screen.getByRole('button', { name: token }));
  };
  await choose(/^%ani%/);
  await choose(/^%callid%/);
  const written = url().getAttribute('value') ?? '';
  expect(written).toContain('{{callerNumber|national}}');
  expect(written).toContain('{{callId}}');
});

it('shows at the address that a token is none, with the one that was likely meant', async () => {
  const { user } = await edit(crm);
  await user.type(url(), '{{{{callerNumbr}}');
  await user.click(save());
  await waitFor(() => expect(problemAt(url())).toContain('Did you mean {{callerNumber}}?'));
});

it('offers a format beside a parameter that is named, and a time zone where one matters', async () => {
  const { user, saved, choose } = await edit(crm);
  const label = english('callField.callStart.label');
  const format = english('popupForm.formatFor', { label });
  expect(screen.queryByRole('combobox', { name: format })).toBeNull();
  await addField(user, 'callStart', 'at');
  expect(screen.queryByRole('combobox', { name: english('webhooks.zone') })).toBeNull();
  await choose(format, english('format.date'));
  await user.type(field(english('webhooks.zone')), 'Europe/Istanbul');
  expect(await saved()).toMatchObject({
    parameters: [{ name: 'at', field: 'callStart', format: 'date' }],
    timeZone: 'Europe/Istanbul',
  });
});

const encrypted: Popup = {
  ...crm,
  encryption: {
    method: 'aes256cbc',
    key: { secret: 'popup.crm.key' },
    ...presets.ringcue,
    scope: 'query',
    parameter: 'data',
  },
};

it('takes a receiver by its name and leaves nothing of the one before', async () => {
  const { saved, choose } = await edit({
    ...encrypted,
    encryption: { ...encrypted.encryption!, padding: 'zero', urlEncoding: 'twice' },
  });
  const label = english('popupForm.preset');
  expect(screen.getByRole('combobox', { name: label })).toHaveProperty('value', 'Own settings');
  expect(screen.getByRole('combobox', { name: english('popupForm.padding') })).toBeTruthy();
  await choose(label, english('popupForm.presets.laravel'));
  expect(screen.queryByRole('combobox', { name: english('popupForm.padding') })).toBeNull();
  expect((await saved())?.encryption).toEqual({
    method: 'aes256cbc',
    key: { secret: 'popup.crm.key' },
    scope: 'query',
    parameter: 'data',
    ...presets.laravel,
  });
});

it('opens own settings, and hides those without effect', async () => {
  const { choose, user, saved } = await edit(encrypted);
  const shown = (name: string) => screen.queryByRole('combobox', { name }) !== null;
  expect(shown(english('popupForm.keyForm'))).toBe(false);
  await choose(english('popupForm.preset'), english('popupForm.presets.own'));
  expect(shown(english('popupForm.iv'))).toBe(true);
  expect(shown(english('popupForm.urlEncoding'))).toBe(false);
  await choose(english('popupForm.keyForm'), english('popupForm.keyForms.pbkdf2'));
  expect(shown(english('popupForm.iv'))).toBe(false);
  await choose(english('popupForm.salt'), english('popupForm.salts.text'));
  await user.type(screen.getByLabelText(english('popupForm.saltValue')), 'ringcue');
  await choose(english('popupForm.iv'), english('popupForm.ivs.parameter'));
  expect((await saved())?.encryption).toMatchObject({
    keyForm: 'pbkdf2',
    derivation: { salt: { form: 'text', value: 'ringcue' } },
    iv: { parameter: 'iv' },
  });
});

it('decrypts a pasted address, and says where it cannot be', async () => {
  const answer = vi.fn<Handlers['popup.decrypt']>();
  answer.mockReturnValueOnce({ ok: true, value: { parameters: [['phone', '+31 20']] } });
  answer.mockReturnValueOnce(refused(message('problem.decrypt.wrongKey'), 'url'));
  const { user } = await edit(encrypted, { 'popup.decrypt': answer });
  await user.type(field(english('popupForm.decrypt')), 'https://crm.example.com/?data=x');
  const button = screen.getByRole('button', { name: english('popupForm.decryptNow') });
  await user.click(button);
  expect((await screen.findByTestId('decrypted')).textContent).toBe('phone = +31 20');
  expect(answer.mock.calls[0]?.[0].popup.encryption?.key).toEqual({ secret: 'popup.crm.key' });
  await user.click(button);
  await screen.findByText(english('problem.decrypt.wrongKey'));
});
