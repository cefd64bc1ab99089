import type { DecryptedView } from '../../../shared/contract/popups.ts';
import { parseUrl } from '../../../shared/model/definition.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import { prepareDecryption, type Decrypt } from './decrypt-value.ts';

type EncryptionInput = NonNullable<PopupInput['encryption']>;
type Pair = readonly [name: string, value: string];

/**
 * What a popup's address carries, read with its own settings and key.
 *
 * @param key undefined where it cannot be had
 * @returns a problem that says where reading ends: no URL, no such parameter, not encrypted with this key
 */
export function decryptAddress(
  encryption: EncryptionInput | undefined,
  key: string | undefined,
  text: string,
): Result<DecryptedView> {
  if (encryption === undefined || key === undefined) {
    return fail(message('problem.popup.keyMissing'), 'popup.encryption.key');
  }
  const url = parseUrl(text);
  if (url === undefined) return fail(message('problem.decrypt.notAUrl'), 'url');
  const sent = pairsOf(url);
  const ivName =
    typeof encryption.iv === 'object' && 'parameter' in encryption.iv
      ? encryption.iv.parameter
      : undefined;
  const sentIv = sent.find(([name]) => name === ivName)?.[1];
  const decryption = prepareDecryption(key, encryption, sentIv);
  if (!decryption.ok) {
    return fail(decryption.problem.message, `popup.encryption.${decryption.problem.path}`);
  }
  if (encryption.scope === 'query') {
    const data = sent.find(([name]) => name === encryption.parameter)?.[1];
    if (data === undefined) {
      return fail(message('problem.decrypt.noParameter', { name: encryption.parameter }), 'url');
    }
    const plain = decryption.value(data, encryption.parameter);
    if (!plain.ok) return fail(plain.problem.message, 'url');
    return ok({ parameters: [...new URLSearchParams(escapedPlus(plain.value))] });
  }
  return valuesOf(
    sent.filter(([name]) => name !== ivName),
    decryption.value,
  );
}

/** Every value on its own. A fixed parameter of the address is not encrypted and stays as it is. */
function valuesOf(sent: readonly Pair[], decrypt: Decrypt): Result<DecryptedView> {
  const read = sent.map(([name, text]) => ({ name, text, plain: decrypt(text, name) }));
  const first = read.find(({ text, plain }) => text !== '' && !plain.ok)?.plain;
  const isNone = read.every(({ text, plain }) => text === '' || !plain.ok);
  if (isNone) {
    return first?.ok === false
      ? fail(first.problem.message, 'url')
      : fail(message('problem.decrypt.nothing'), 'url');
  }
  return ok({
    parameters: read.map(({ name, text, plain }) => [name, plain.ok ? plain.value : text]),
  });
}

/** The address's own query, and the one of a single-page application's route. */
function pairsOf(url: URL): Pair[] {
  const hash = url.hash.slice(1);
  const mark = hash.indexOf('?');
  const inRoute = mark === -1 ? '' : hash.slice(mark + 1);
  return [url.search.slice(1), inRoute].flatMap((query) => [
    ...new URLSearchParams(escapedPlus(query)),
  ]);
}

/** Ringcue writes no `+` for a space: one that stands there is base64's own. */
const escapedPlus = (query: string): string => query.replaceAll('+', '%2B');
