// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { PopupEditor } from '../../../renderer/features/popups/popup-editor.tsx';
import { refused } from '../../../shared/contract/reply.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { english } from '../../../shared/text/english.ts';
import { message } from '../../../shared/text/message.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { addField } from '../../support/popup-form-fields.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const save = () => screen.getByRole('button', { name: 'Save' });
const url = () => field(english('popupForm.url'));
const crm: Popup = { ...newPopup(), id: 'crm', name: 'CRM', url: 'https://crm.example.com/' };

function edit(desk: MemoryDesk, popup: Popup) {
  const onClose = vi.fn();
  const isNew = !desk.config.snapshot().popups.includes(popup);
  return show(<PopupEditor popup={popup} isNew={isNew} onClose={onClose} />, desk).then((user) => ({
    user,
    onClose,
  }));
}

it('saves a new popup with the rule that opens it, named after it', async () => {
  const desk = new MemoryDesk();
  const popup = newPopup();
  const { user, onClose } = await edit(desk, popup);
  await user.type(field('Name'), 'Customer');
  await user.type(url(), 'https://crm.example.com/call');
  await user.type(field(english('popupForm.queues')), 'Sales{Enter}');
  await addField(user, 'callerNumber', 'phone');
  await user.click(screen.getByRole('button', { name: english('popupForm.extraAdd') }));
  await user.type(field(english('popupForm.extraName')), 'from');
  await user.type(field(english('popupForm.extraText')), 'ringcue');
  const width = field(english('popupForm.width'));
  await user.clear(width);
  await user.type(width, '800');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const { popups, rules } = desk.config.snapshot();
  expect(popups).toEqual([
    {
      ...popup,
      name: 'Customer',
      url: 'https://crm.example.com/call',
      parameters: [
        { name: 'phone', field: 'callerNumber' },
        { name: 'from', text: 'ringcue' },
      ],
      window: { ...popup.window, width: 800 },
    },
  ]);
  expect(rules).toMatchObject([
    { name: 'Customer', which: { queues: ['Sales'] }, actions: [{ do: 'popup', popup: popup.id }] },
  ]);
});

it('shows a wrong address at its field and puts the cursor there', async () => {
  const desk = new MemoryDesk({ popups: [crm] });
  const { user, onClose } = await edit(desk, crm);
  await user.clear(url());
  await user.type(url(), 'ftp://crm.example.com');
  await user.click(save());
  await waitFor(() => expect(problemAt(url())).toContain('ftp'));
  expect(document.activeElement).toBe(url());
  expect(onClose).not.toHaveBeenCalled();
  expect(desk.config.snapshot().popups).toEqual([crm]);
});

it('keeps the input where the main process refuses it, with the problem at its field', async () => {
  const said = message('problem.cipher.keyEmpty');
  const desk = new MemoryDesk(
    { popups: [crm] },
    { 'popup.save': () => refused(said, 'popup.encryption.key') },
  );
  const { user, onClose } = await edit(desk, crm);
  await user.click(screen.getByRole('switch', { name: english('popupForm.enableEncryption') }));
  const key = screen.getByLabelText(english('popupForm.key'));
  await user.type(key, 'secret');
  await user.click(save());
  await waitFor(() => expect(problemAt(key)).toContain(english(said)));
  expect(key).toHaveProperty('value', 'secret');
  expect(onClose).not.toHaveBeenCalled();
  await user.type(key, '!');
  expect(problemAt(key)).not.toContain(english(said));
});

it('shows at a list what is wrong with one of its texts, until the list is changed', async () => {
  const signIn = { ...crm.signIn, origins: ['https://id.example.com/login'] };
  const desk = new MemoryDesk({ popups: [crm] });
  const { user } = await edit(desk, { ...crm, signIn });
  const origins = field(english('popupForm.signInOrigins'));
  await user.type(field('Name'), '!');
  await user.click(save());
  const only = english('problem.field.originOnly');
  await waitFor(() => expect(problemAt(origins)).toContain(only));
  await user.type(origins, 'https://sso.example.com{Enter}');
  expect(problemAt(origins)).not.toContain(only);
});

it('takes a row of parameters away, and the problem at the next one moves with it', async () => {
  const parameters = [
    { name: 'a', text: '1' },
    { name: '', text: '2' },
  ];
  const desk = new MemoryDesk({ popups: [crm] });
  const { user } = await edit(desk, { ...crm, parameters });
  await user.type(field('Name'), '!');
  await user.click(save());
  const names = () => screen.getAllByRole('textbox', { name: english('popupForm.extraName') });
  await waitFor(() => expect(problemAt(names()[1]!)).not.toBe(''));
  await user.click(
    screen.getByRole('button', { name: english('popupForm.remove', { name: 'a' }) }),
  );
  expect(names()).toHaveLength(1);
  expect(problemAt(names()[0]!)).not.toBe('');
});

it('offers with aes256gcm what it has, and signs the URL with a key of its own', async () => {
  const desk = new MemoryDesk({ popups: [crm] });
  const { user, onClose } = await edit(desk, crm);
  await user.click(screen.getByRole('switch', { name: english('popupForm.enableEncryption') }));
  await user.click(field(english('popupForm.method')));
  await user.click(await screen.findByRole('option', { name: 'aes256gcm' }));
  expect(screen.queryByRole('combobox', { name: english('popupForm.preset') })).toBeNull();
  await user.click(field(english('popupForm.keyForm')));
  expect(screen.getAllByRole('option')).toHaveLength(3);
  const passphrase = english('popupForm.keyForms.passphrase');
  await user.click(screen.getByRole('option', { name: passphrase }));
  await user.type(screen.getByLabelText(english('popupForm.key')), 'correct horse battery');
  await user.click(screen.getByText(english('popupForm.sign')));
  const key = screen.getByLabelText(english('popupForm.signKey'));
  await user.type(key, 'short');
  expect(screen.getByText(english('warning.weakKey', { length: 16 }))).toBeTruthy();
  await user.type(key, ' no longer, by far');
  const keyId = field(english('popupForm.signKeyId'));
  await user.type(keyId, ' ü');
  await user.click(save());
  await waitFor(() => expect(problemAt(keyId)).toContain(english('problem.field.keyId')));
  await user.clear(keyId);
  await user.type(keyId, 'desk-1');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const { encryption, signing } = desk.config.snapshot().popups[0]!;
  const reference = { secret: expect.any(String) as unknown };
  expect(signing).toEqual({ key: reference, keyId: 'desk-1' });
  expect(encryption).toEqual({
    method: 'aes256gcm',
    key: reference,
    keyForm: 'passphrase',
    iv: 'random',
    encoding: 'base64url',
    scope: 'query',
    parameter: 'data',
  });
});
