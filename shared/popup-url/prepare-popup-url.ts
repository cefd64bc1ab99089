import { prepareAes256Cbc, type Encrypt, type RandomBytes } from '../cipher/aes256cbc.ts';
import type { CallData } from '../model/call-fields.ts';
import type { Encryption, Popup } from '../model/popup.ts';
import { readField } from '../model/read-field.ts';
import { fail, ok, type Result } from '../result.ts';
import { appendQuery, encodeQuery, type QueryPair } from './percent-encoding.ts';
import { message } from '../text/message.ts';

export interface PopupUrl {
  /** What the window loads. */
  readonly url: string;
  /** The same with its parameters readable, for previews. The same text where nothing is encrypted. */
  readonly plainUrl: string;
  readonly parameters: readonly QueryPair[];
}

/** Builds the address of a popup for a call; a problem where an empty parameter says "do not pop". */
export type BuildPopupUrl = (call: CallData) => Result<PopupUrl>;

type PopupUrlSettings = Pick<Popup, 'url' | 'parameters' | 'whenEmpty' | 'encryption'>;

/**
 * Does what can be done before a call rings: derives the key and checks it.
 *
 * @param key the secret behind `encryption.key`; undefined when it cannot be had
 */
export function preparePopupUrl(
  popup: PopupUrlSettings,
  key: string | undefined,
  randomBytes: RandomBytes,
): Result<BuildPopupUrl> {
  const encryption = popup.encryption;
  if (encryption === undefined) return ok((call) => build(popup, call, plainQuery));
  if (key === undefined) {
    return fail(message('problem.popup.keyMissing'), 'encryption.key');
  }
  const encrypt = prepareAes256Cbc(key, encryption, randomBytes);
  if (!encrypt.ok) return fail(encrypt.problem.message, `encryption.${encrypt.problem.path}`);
  return ok((call) => build(popup, call, encryptedQuery(encryption, encrypt.value)));
}

function build(
  popup: PopupUrlSettings,
  call: CallData,
  query: (pairs: readonly QueryPair[]) => string,
): Result<PopupUrl> {
  const pairs = collectParameters(popup, call);
  if (!pairs.ok) return pairs;
  return ok({
    url: appendQuery(popup.url, query(pairs.value)),
    plainUrl: appendQuery(popup.url, plainQuery(pairs.value)),
    parameters: pairs.value,
  });
}

function collectParameters(popup: PopupUrlSettings, call: CallData): Result<QueryPair[]> {
  const pairs: QueryPair[] = [];
  for (const parameter of popup.parameters) {
    const value = 'text' in parameter ? parameter.text : readField(call, parameter.field);
    if (value !== undefined && value !== '') {
      pairs.push([parameter.name, value]);
      continue;
    }
    const whenEmpty = parameter.whenEmpty ?? popup.whenEmpty;
    if (whenEmpty === 'skip') {
      return fail(
        message('problem.popup.parameterEmpty', { name: parameter.name }),
        parameter.name,
      );
    }
    if (whenEmpty === 'send') pairs.push([parameter.name, '']);
  }
  return ok(pairs);
}

const plainQuery = encodeQuery;

const encryptedQuery =
  (encryption: Encryption, encrypt: Encrypt) =>
  (pairs: readonly QueryPair[]): string => {
    if (pairs.length === 0) return '';
    return encryption.scope === 'query'
      ? encodeQuery([[encryption.parameter, encrypt(encodeQuery(pairs))]])
      : encodeQuery(pairs.map(([name, value]) => [name, value === '' ? '' : encrypt(value)]));
  };
