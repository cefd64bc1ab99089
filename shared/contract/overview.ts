import { overviewSearchSchema, type Overview } from '../model/overview.ts';
import { procedure, returns } from './procedure.ts';

/** How this computer fares, in numbers. */
export const overviewProcedures = {
  'overview.read': procedure({
    input: overviewSearchSchema,
    right: 'view',
    output: returns<Overview>(),
  }),
};
