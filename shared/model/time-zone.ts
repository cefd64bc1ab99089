import { z } from 'zod';
import { isTimeZone } from '../templates/format-value.ts';
import { issueText } from '../text/message.ts';

/** An IANA name, or `IST`, which is India's where Acefone says so. */
export const timeZoneSchema = z
  .string()
  .max(100)
  .refine(isTimeZone, issueText('problem.field.timeZone'));
