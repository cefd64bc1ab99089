import { autoidFields } from '../dialects/autoid-fields.ts';
import {
  callFieldCatalogue,
  callFieldNames,
  type CallData,
  type CallFieldName,
} from './call-fields.ts';

/** Of AutoID's tokens those that no call field stands for, so that a template with all of them is previewed in full. */
const autoidExamples = autoidFields.flatMap(({ name, to, example }): [string, string][] =>
  to === undefined && example !== undefined ? [[name.replaceAll('%', ''), example]] : [],
);

/** A call in which every field has its example, for previews. */
export const sampleCall: CallData = {
  fields: Object.fromEntries(
    callFieldNames
      .filter((name: CallFieldName) => name !== 'customFields')
      .map((name) => [name, callFieldCatalogue[name].example]),
  ),
  custom: { city: 'İzmir', customerNo: '4711' },
  ext: { autoid: Object.fromEntries(autoidExamples) },
};
