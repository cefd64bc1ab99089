import { Button, Group, Input, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { successCodeChoices } from '../../../shared/model/webhook.ts';
import type { StepProps } from './wizard-steps.tsx';
import { WizardHeaderRow } from './wizard-header-row.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Headers, the success code and the method, as AutoID's form has them. */
export function WizardAdvanced({ form }: StepProps) {
  const t = useText();
  const { headers, successCode } = form.values;
  return (
    <Stack gap="sm">
      {headers.map((_header, index) => (
        <WizardHeaderRow key={index} form={form} index={index} />
      ))}
      <Button
        size="xs"
        variant="light"
        w="fit-content"
        leftSection={<IconPlus size={14} />}
        onClick={() => form.insertListItem('headers', { name: '', value: '' })}
      >
        {t('webhooks.addHeader')}
      </Button>
      <Group align="flex-start">
        <Select
          label={t('wizard.successCode')}
          w={220}
          allowDeselect={false}
          data={successCodeChoices.map(String)}
          value={String(successCode)}
          onChange={(code) => form.setFieldValue('successCode', Number(code))}
        />
        <Input.Wrapper label={t('wizard.method')} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={t('wizard.method')}
              data={['POST', 'PUT']}
              {...form.getInputProps('method', { withError: false })}
            />
          </div>
        </Input.Wrapper>
      </Group>
    </Stack>
  );
}
