import {
  callFieldCatalogue,
  callFieldNames,
  type CallData,
  type CallFieldName,
} from './call-fields.ts';

/** A call in which every field has its example, for previews. */
export const sampleCall: CallData = {
  fields: Object.fromEntries(
    callFieldNames
      .filter((name: CallFieldName) => name !== 'customFields')
      .map((name) => [name, callFieldCatalogue[name].example]),
  ),
  custom: { city: 'İzmir', customerNo: '4711' },
  ext: {},
};
