import { z } from 'zod';
import { issueText } from '../text/message.ts';
import { parseUrl } from './definition.ts';

const protocols: readonly string[] = ['mailto:', 'tel:', 'https:'];

/** An email address or a number becomes the link that was meant. */
function asLink(text: string): string {
  if (/^[^\s:/@]+@[^\s:/@]+$/.test(text)) return `mailto:${text}`;
  return /^\+?[\d ().-]{3,}$/.test(text) ? `tel:${text.replace(/[^\d+]/g, '')}` : text;
}

/** Where people get help: mailto:, tel: or https:. Nothing else is ever handed to the system. */
export const supportAddressSchema = z
  .string()
  .trim()
  .max(500)
  .overwrite(asLink)
  .refine((text) => protocols.includes(parseUrl(text)?.protocol ?? ''), {
    message: issueText('problem.field.supportAddress'),
  });

export interface SupportContact {
  readonly name: string;
  /** A link; empty where only a name is known. */
  readonly address: string;
}

interface SupportSettings {
  readonly supportName?: string | undefined;
  readonly supportAddress?: string | undefined;
}

/** Whom to ask; undefined where nobody is set. */
export function supportContactOf(settings: SupportSettings): SupportContact | undefined {
  const { supportName: name = '', supportAddress: address = '' } = settings;
  return name === '' && address === '' ? undefined : { name, address };
}

/** The address as people write it: without mailto: and tel:. */
export function readableAddress(address: string): string {
  if (!/^(?:mailto|tel):/i.test(address)) return address;
  const [shown = ''] = address.slice(address.indexOf(':') + 1).split('?', 1);
  return shown;
}
