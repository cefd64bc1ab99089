// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { newSource } from '../../../renderer/features/sources/source-draft.ts';
import { SourceEditor } from '../../../renderer/features/sources/source-editor.tsx';
import { companySecret, deskSecret } from '../../../shared/model/secrets-in.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const save = () => screen.getByRole('button', { name: 'Save' });
const choose = async (user: Awaited<ReturnType<typeof show>>, label: string, option: string) => {
  await user.click(field(label));
  await user.click(await screen.findByRole('option', { name: option }));
};

it('saves a new source with its token in the vault', async () => {
  const desk = new MemoryDesk();
  const onClose = vi.fn();
  const source = newSource();
  const user = await show(<SourceEditor source={source} onClose={onClose} />, desk);
  await user.type(field('Name'), 'Switchboard');
  await user.type(field(english('sources.url')), 'wss://pbx.example.com/events');
  await user.type(screen.getByLabelText(english('sources.token')), 'hunter2');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const [saved] = desk.config.snapshot().sources;
  // Without an empty feed: nothing was said about it.
  expect(saved).toEqual({
    ...source,
    name: 'Switchboard',
    transport: {
      ...source.transport,
      url: 'wss://pbx.example.com/events',
      token: { secret: expect.any(String) as unknown },
    },
  });
  const token = saved?.transport.type === 'websocket' ? saved.transport.token : undefined;
  expect(token && desk.vault.reveal(token)).toBe('hunter2');
});

it('keeps an enrolment code, and the token it was exchanged for, as long as the source has it', async () => {
  const desk = new MemoryDesk();
  const onClose = vi.fn();
  const user = await show(<SourceEditor source={newSource()} onClose={onClose} />, desk);
  await user.type(field('Name'), 'Gateway');
  await user.type(field(english('sources.url')), 'wss://gateway.example.com/desk');
  await user.type(screen.getByLabelText(english('sources.enrolment')), 'AAAAA-BBBBB');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const [saved] = desk.config.snapshot().sources;
  const code = saved?.transport.type === 'websocket' ? saved.transport.enrolment : undefined;
  expect(code && desk.vault.reveal(code)).toBe('AAAAA-BBBBB');
  const token = deskSecret(code!, 'hash');
  desk.vault.keep(token.secret, 'token of this desk');
  desk.vault.keep(deskSecret({ secret: 'source.gone.enrolment' }, 'hash').secret, 'another');
  desk.config.forgetUnusedSecrets(new Set());
  expect(desk.vault.reveal(token)).toBe('token of this desk');
  expect(desk.vault.reveal({ secret: 'source.gone.enrolment.desk.hash' })).toBeUndefined();
});

it('takes the company account in the place of a code, and keeps its tokens as long as the source has it', async () => {
  const desk = new MemoryDesk();
  const onClose = vi.fn();
  const user = await show(<SourceEditor source={newSource()} onClose={onClose} />, desk);
  await user.type(field('Name'), 'Gateway');
  await user.type(field(english('sources.url')), 'wss://gateway.example.com/desk');
  await user.type(screen.getByLabelText(english('sources.enrolment')), 'AAAAA-BBBBB');
  await user.click(
    screen.getByRole('switch', { name: new RegExp(english('sources.companySignIn')) }),
  );
  expect(screen.queryByLabelText(english('sources.enrolment'))).toBeNull();
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const [saved] = desk.config.snapshot().sources;
  expect(saved?.transport).toMatchObject({ companySignIn: true });
  expect(saved?.transport).not.toHaveProperty('enrolment');
  const token = companySecret(saved?.id ?? '', 'ada.token');
  const gone = companySecret('gone', 'ada.token');
  for (const { secret } of [token, gone]) desk.vault.keep(secret, 'token of this agent');
  desk.config.forgetUnusedSecrets(new Set());
  expect(desk.vault.reveal(token)).toBe('token of this agent');
  expect(desk.vault.reveal(gone)).toBeUndefined();
});

it('shows a wrong address at its field', async () => {
  const desk = new MemoryDesk();
  const user = await show(<SourceEditor source={newSource()} onClose={vi.fn()} />, desk);
  const url = field(english('sources.url'));
  await user.type(field('Name'), 'Switchboard');
  await user.type(url, 'https://pbx.example.com');
  await user.click(save());
  await waitFor(() => expect(problemAt(url)).toContain('wss://'));
  expect(document.activeElement).toBe(url);
  expect(desk.config.snapshot().sources).toEqual([]);
});

it('keeps the address where the transport is changed, and asks for what the other one needs', async () => {
  const desk = new MemoryDesk();
  const onClose = vi.fn();
  const user = await show(<SourceEditor source={newSource()} onClose={onClose} />, desk);
  await user.type(field('Name'), 'Bus');
  await user.type(field(english('sources.url')), 'wss://bus.example.com');
  await choose(user, english('sources.transport'), 'MQTT 5');
  await choose(user, english('sources.dialect'), 'Acefone');
  await user.type(field(english('sources.country')), 'tr');
  await user.click(save());
  await waitFor(() => expect(problemAt(field(english('sources.topics')))).not.toBe(''));
  await user.type(field(english('sources.topics')), 'calls/#{Enter}');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().sources[0]).toMatchObject({
    transport: { type: 'mqtt', url: 'wss://bus.example.com', topics: ['calls/#'] },
    feed: { country: 'TR' },
  });
});

it('asks how a phone system writes numbers and times, also one that sends CloudEvents', async () => {
  const desk = new MemoryDesk();
  const onClose = vi.fn();
  const user = await show(<SourceEditor source={newSource()} onClose={onClose} />, desk);
  await user.type(field('Name'), 'Switchboard');
  await user.type(field(english('sources.url')), 'wss://pbx.example.com/events');
  // Without a country nothing but a + makes a number.
  expect(screen.queryByLabelText(english('sources.extensionLengths'))).toBeNull();
  await user.type(field(english('sources.country')), 'nl');
  await choose(user, english('sources.extensionLengths'), '4');
  await user.click(screen.getByLabelText(english('sources.withoutPlus')));
  await user.type(field(english('sources.outsideLine')), 'x');
  await user.type(field(english('sources.withheldNumbers')), '020 999 9999{Enter}none');
  await user.type(field(english('sources.timeFormat')), 'dd-MM-yyyy HH:mm');
  await waitFor(() => expect(screen.getByText(/^Now is \d\d-\d\d-\d{4} /)).toBeTruthy());
  await user.click(screen.getByLabelText(english('sources.ordersByTime')));
  await user.click(save());
  const outsideLine = field(english('sources.outsideLine'));
  await waitFor(() => expect(problemAt(outsideLine)).toContain('digits'));
  await user.clear(outsideLine);
  await user.type(outsideLine, '9');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().sources[0]?.feed).toEqual({
    country: 'NL',
    extensionLengths: [4],
    internationalWithoutPlus: true,
    outsideLine: '9',
    withheldNumbers: ['020 999 9999', 'none'],
    timeFormat: 'dd-MM-yyyy HH:mm',
    ordersByTime: false,
  });
});
