import { Select, Stack, Table, Text } from '@mantine/core';
import {
  tokenCategories,
  tokenChoices,
  tokenLabel,
} from '../../../shared/templates/token-catalogue.ts';
import type { SampleField } from '../../../shared/templates/extract-fields.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import { fieldsOf } from './wizard-draft.ts';
import type { StepProps } from './wizard-steps.tsx';
import { useText } from '../../i18n/use-text.ts';

/** One row a field of the sample, with a searchable list of tokens by category. */
export function WizardMapping({ form }: StepProps) {
  const t = useText();
  const fields = fieldsOf(form.values);
  if (!fields.ok) return <Text c="red">{t(fields.problem.message)}</Text>;
  if (fields.value.length === 0) return <Text c="dimmed">{t('wizard.noFields')}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('wizard.mappingHint')}</Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('wizard.field')}</Table.Th>
            <Table.Th>{t('wizard.sample')}</Table.Th>
            <Table.Th>{t('wizard.token')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.value.map((field) => (
            <Table.Tr key={field.path}>
              <Table.Td>{field.path}</Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed" lineClamp={1} maw={160} title={field.sample}>
                  {field.sample}
                </Text>
              </Table.Td>
              <Table.Td>
                <TokenSelect form={form} field={field} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

/** What a field gets; a token that the sample has already is chosen. */
function TokenSelect({ form, field }: StepProps & { readonly field: SampleField }) {
  const t = useText();
  const { path, token } = field;
  const { mapping } = form.values;
  return (
    <Select
      aria-label={`${t('wizard.token')}: ${path}`}
      searchable
      clearable={token === undefined}
      allowDeselect={token === undefined}
      placeholder={t('wizard.keep')}
      maxDropdownHeight={320}
      data={tokenOptions(t)}
      value={mapping[path] ?? token ?? null}
      onChange={(key) => {
        const { [path]: _before, ...rest } = mapping;
        form.setFieldValue('mapping', key === null ? rest : { ...rest, [path]: key });
      }}
    />
  );
}

const tokenOptions = (t: Translate) =>
  tokenCategories.map((category) => ({
    group: t(`tokenCategories.${category}`),
    items: tokenChoices
      .filter((choice) => choice.category === category)
      .map((choice) => ({ value: choice.key, label: tokenLabel(choice, t) })),
  }));
