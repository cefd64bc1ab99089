import { z } from 'zod';
import { issueText } from '../text/message.ts';
import type { SecretSchema } from './secret.ts';

/**
 * How a text becomes the 32 key bytes of AES-256.
 * passphrase: SHA-256 of its UTF-8 bytes; hex, base64: the bytes themselves (`base64:`, as in Laravel's APP_KEY, may
 * stand before); text: UTF-8 bytes, padded with zero bytes or cut to 32, as PHP's openssl_encrypt does.
 * evp: OpenSSL's EVP_BytesToKey, as CryptoJS does with a passphrase; pbkdf2: RFC 8018.
 */
export const keyFormSchema = z.enum(['passphrase', 'hex', 'base64', 'text', 'evp', 'pbkdf2']);
export type KeyForm = z.infer<typeof keyFormSchema>;

const fixedBytes = (description: string) =>
  z.strictObject({
    form: z.enum(['hex', 'base64', 'text']).describe(description),
    value: z.string().max(1000),
  });

const parameterName = z.string().min(1, issueText('problem.field.parameterNameMissing')).max(200);

/**
 * random: fresh 16 bytes, put before the ciphertext; with `parameter`: fresh too, encoded alike in a parameter of its
 * own. Else a fixed IV, which the receiver knows.
 */
export const ivSchema = z.union([
  z.literal('random'),
  fixedBytes('text: UTF-8, zero-padded or cut to 16 bytes'),
  z.strictObject({ parameter: parameterName }),
]);
export type IvSetting = z.infer<typeof ivSchema>;

export const hashSchema = z.enum(['md5', 'sha1', 'sha256', 'sha512']);
export type Hash = z.infer<typeof hashSchema>;

/** What CryptoJS takes, and what `openssl enc -pbkdf2` does. */
export const defaultHash: Readonly<Record<'evp' | 'pbkdf2', Hash>> = {
  evp: 'md5',
  pbkdf2: 'sha256',
};
export const defaultIterations = 10_000;

/**
 * Of key forms evp and pbkdf2. With a random salt key and IV are derived afresh for each text, and the text is sent as
 * OpenSSL writes it: `Salted__`, 8 bytes of salt, ciphertext. With a fixed one only the key is.
 */
export const derivationSchema = z.strictObject({
  hash: hashSchema.optional().describe('Default: md5 for evp, sha256 for pbkdf2'),
  iterations: z.int().min(1).max(1_000_000).optional().describe('Of pbkdf2; default: 10000'),
  salt: z.union([z.literal('random'), fixedBytes('text: UTF-8')]).default('random'),
});

/** base64Twice: base64 of the base64 text, as PHP's base64_encode(openssl_encrypt(…)) writes it. */
export const outputEncodingSchema = z.enum(['base64url', 'base64', 'hex', 'base64Twice']);
export type OutputEncoding = z.infer<typeof outputEncodingSchema>;

/** zero: as many zero bytes as the last block needs; none: the text must be whole blocks of 16 bytes. */
export const paddingSchema = z.enum(['pkcs7', 'zero', 'none']);

export const encryptionMethods = ['aes256cbc', 'aes256gcm'] as const;
export type EncryptionMethod = (typeof encryptionMethods)[number];

/** Of aes256gcm: a key that is derived afresh would have to be checked before it is used. */
export const gcmKeyForms = ['passphrase', 'hex', 'base64'] as const satisfies readonly KeyForm[];

interface FormSettings {
  readonly method: EncryptionMethod;
  readonly keyForm: KeyForm;
  readonly iv: IvSetting;
  readonly encoding: OutputEncoding;
  readonly derivation?: unknown;
  readonly padding?: unknown;
  readonly urlEncoding?: unknown;
  readonly envelope?: unknown;
}

/** A setting without effect would let an administrator believe that it has one. */
function refuseWithGcm(encryption: FormSettings, context: z.RefinementCtx): void {
  if (encryption.method !== 'aes256gcm') return;
  const wrong = [
    ...(gcmKeyForms.some((form) => form === encryption.keyForm) ? [] : ['keyForm']),
    ...(encryption.iv === 'random' ? [] : ['iv']),
    ...(encryption.encoding === 'base64url' ? [] : ['encoding']),
    ...(['derivation', 'padding', 'urlEncoding', 'envelope'] as const).filter(
      (name) => encryption[name] !== undefined,
    ),
  ];
  for (const name of wrong) {
    const message = issueText('problem.cipher.notWithGcm');
    context.addIssue({ code: 'custom', path: [name], message });
  }
}

export const encryptionSchema = <S extends SecretSchema>(secret: S) =>
  z
    .strictObject({
      method: z
        .enum(encryptionMethods)
        .default('aes256cbc')
        .describe(
          'aes256gcm: with a tag that shows every change; keyForm passphrase, hex or base64, and no other setting of the form',
        ),
      key: secret,
      keyForm: keyFormSchema.default('passphrase'),
      derivation: derivationSchema.optional().describe('With keyForm: evp or pbkdf2'),
      iv: ivSchema.default('random'),
      scope: z
        .enum(['query', 'values'])
        .default('query')
        .describe('query: all parameters together; values: each value separately'),
      parameter: parameterName
        .default('data')
        .describe('Name of the one parameter when scope is query'),
      encoding: outputEncodingSchema.default('base64url'),
      padding: paddingSchema.optional().describe('Default: pkcs7'),
      urlEncoding: z
        .enum(['once', 'twice'])
        .optional()
        .describe('twice: for receivers that decode the parameter once more; default: once'),
      envelope: z
        .literal('laravel')
        .optional()
        .describe('As Crypt::encryptString of Laravel: iv, value and mac as JSON, in base64'),
    })
    .superRefine(refuseWithGcm)
    .superRefine((encryption, context) => {
      const { iv, scope, parameter, envelope } = encryption;
      if (
        scope === 'query' &&
        typeof iv === 'object' &&
        'parameter' in iv &&
        iv.parameter === parameter
      ) {
        const message = issueText('problem.cipher.ivParameterTwice');
        context.addIssue({ code: 'custom', path: ['iv', 'parameter'], message });
      }
      if (envelope === 'laravel' && isSalted(encryption)) {
        const message = issueText('problem.cipher.laravelKey');
        context.addIssue({ code: 'custom', path: ['keyForm'], message });
      }
    });

/** Whether each text brings the salt of its own key and IV. */
export const isSalted = (settings: {
  readonly keyForm: KeyForm;
  readonly derivation?: z.infer<typeof derivationSchema> | undefined;
}): boolean =>
  (settings.keyForm === 'evp' || settings.keyForm === 'pbkdf2') &&
  (settings.derivation?.salt ?? 'random') === 'random';
