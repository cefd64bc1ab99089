import { XMLParser } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { checkXml } from '../../../shared/xml/check-xml.ts';
import { message } from '../../../shared/text/message.ts';
import { adml, admx, profile } from '../../../build/policy-templates.ts';

it('writes well-formed templates', () => {
  const withoutType = profile().replace(/<!DOCTYPE[^>]*>/, '');
  for (const text of [admx(), adml(), withoutType]) {
    expect(checkXml(text, message('problem.schema.invalid'))).toEqual({ ok: true, value: null });
  }
});

it('gives every name of the template a text and every field a place', () => {
  const [template, language] = [admx(), adml()];
  const used = [...template.matchAll(/\$\(string\.(\w+)\)/g)].map(([, name]) => name);
  const given = new Set([...language.matchAll(/<string id="(\w+)"/g)].map(([, name]) => name));
  expect(used.length).toBeGreaterThan(60);
  expect(used.filter((name) => !given.has(name ?? ''))).toEqual([]);
  const shown = [...template.matchAll(/\$\(presentation\.(\w+)\)/g)].map(([, name]) => name);
  const places = [...language.matchAll(/<presentation id="(\w+)"/g)].map(([, name]) => name);
  expect(shown).toEqual(places);
});

it('writes switches as the registry reads them', () => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const parsed: unknown = parser.parse(admx());
  expect(parsed).toMatchObject({ policyDefinitions: { policies: { policy: expect.anything() } } });
  expect(admx()).toContain('valueName="configuration.settings.closeToTray"');
  expect(admx()).not.toContain('configuration.settings.retention');
});
