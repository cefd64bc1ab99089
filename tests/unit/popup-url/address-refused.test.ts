import { expect, it } from 'vitest';
import { fromVicidial } from '../../../shared/popup-url/vicidial-tokens.ts';
import { popupProblems } from '../../support/popup-problems.ts';

it.each([
  ['https://crm.example/x?q={{nope}}', '{{nope}}'],
  ['https://crm.example/{{callerNumbr}}', 'Did you mean {{callerNumber}}?'],
  ['https://crm.example/{{callerNumber|nationl}}', 'Did you mean {{callerNumber|national}}?'],
  ['https://crm.example/{{custum.city}}', 'Did you mean {{custom.city}}?'],
  ['https://crm.example/{{callerNumber}', 'ends with }}'],
  ['https://crm.example/{callerNumber}}', 'ends with }}'],
  ['https://{{queueName}}.example/', 'not in the host'],
  ['https://crm.example:{{queueId}}/', 'not in the host'],
  ['https://{{queueId}}@crm.example/', 'not in the host'],
  ['https:/{{queueName}}/x', 'not valid'],
  ['{{queueName}}://crm.example/', 'not in the host'],
  ['https://crm.example/?p=--A--phone--B--', 'Use {{callerNumber}}'],
  ['https://crm.example/?p=--A--server_ip--B--', 'Vicidial token'],
  ['ftp://crm.example/{{queueId}}', 'ftp'],
])('refuses %s when saved', (url, sentence) => {
  expect(popupProblems({ url })).toContain(sentence);
});

it('refuses wrong tokens in a parameter and at the sign-in page too', () => {
  const parameters = [{ name: 'a', text: '{{callerNumbr}}' }];
  expect(popupProblems({ parameters })).toContain('Did you mean {{callerNumber}}?');
  expect(popupProblems({ parameters: [{ name: 'a', field: 'callerNumbr' }] })).toContain(
    'Did you mean callerNumber?',
  );
  expect(popupProblems({ signIn: { url: 'https://crm.example/{{queueId}}' } })).toContain(
    'without a call',
  );
});

it('reads a pasted address of Vicidial', () => {
  const pasted =
    'https://crm.example/?p=--A--phone_number--B--&l=--A--lead_id--B--&c=--A--city--B--&x=--A--server_ip--B--&--A--';
  expect(fromVicidial(pasted)).toBe(
    'https://crm.example/?p={{callerNumber}}&l={{contactId}}&c={{custom.city}}&x=--A--server_ip--B--&--A--',
  );
  expect(fromVicidial('--A--constructor--B--')).toBe('--A--constructor--B--');
});
