import { z } from 'zod';

/** Plain HTTP would hand codes and tokens to the network, but for a server on this computer. */
export const safeWebUrl = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/;

/** Where the browser brings the code of a sign-in back to: only to a program on the agent's own computer. */
export const loopbackUrl = /^http:\/\/(127\.0\.0\.1|localhost)(:\d{1,5})?(\/[\w/-]*)?$/;

/** What a gateway says of its company's sign-in. All of it is public: the issuer's page shows as much. */
export const signInOfferSchema = z.object({
  issuer: z.url().max(2_000).regex(safeWebUrl),
  clientId: z.string().min(1).max(500),
  scope: z.string().min(1).max(1_000),
  prompt: z.string().max(100).optional(),
  redirect: z.string().max(200).regex(loopbackUrl),
});
export type SignInOffer = z.infer<typeof signInOfferSchema>;

/** What a gateway gives for a token of the company. */
export const signedInSchema = z.object({
  token: z.string().min(20).max(500),
  /** Seconds. */
  expiresIn: z.number().positive(),
  agent: z.string().min(1).max(320),
});
export type SignedIn = z.infer<typeof signedInSchema>;
