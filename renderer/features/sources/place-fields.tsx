import { Checkbox, Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { isTimeFormat } from '../../../shared/times/time-format.ts';
import { timeAs } from '../../../shared/times/read-time.ts';
import { useText } from '../../i18n/use-text.ts';
import { ParsedTextarea } from '../../ui/parsed-textarea.tsx';
import type { SourceForm } from './source-form.ts';

/** How the phone system writes numbers and times. */
export function PlaceFields({ form }: { form: SourceForm }) {
  const t = useText();
  const { feed } = form.values.source;
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <TextInput
          label={t('sources.country')}
          description={t('sources.countryHint')}
          placeholder="TR"
          {...form.getInputProps('source.feed.country', { empty: '' })}
          value={feed.country?.toUpperCase() ?? ''}
        />
        <TextInput
          label={t('sources.outsideLine')}
          description={t('sources.outsideLineHint')}
          {...form.getInputProps('source.feed.outsideLine', { empty: '' })}
        />
      </Group>
      <Checkbox
        label={t('sources.withoutPlus')}
        description={t('sources.withoutPlusHint')}
        checked={feed.internationalWithoutPlus === true}
        onChange={({ currentTarget: { checked } }) =>
          form.setFieldValue('source.feed.internationalWithoutPlus', checked || undefined)
        }
      />
      <ExtensionLengths form={form} />
      <ParsedTextarea
        label={t('sources.withheldNumbers')}
        description={t('sources.withheldNumbersHint')}
        toText={(numbers: readonly string[]) => numbers.join('\n')}
        fromText={(text) => text.split('\n').filter((line) => line.trim() !== '')}
        {...form.getInputProps('source.feed.withheldNumbers', { empty: [] })}
      />
      <TimeFields form={form} />
    </Stack>
  );
}

const lengths = ['2', '3', '4', '5', '6', '7'];

/** Only where numbers without a + can become telephone numbers at all. */
function ExtensionLengths({ form }: { form: SourceForm }) {
  const t = useText();
  const { country, internationalWithoutPlus } = form.values.source.feed;
  const path = 'source.feed.extensionLengths';
  if (country === undefined && internationalWithoutPlus !== true) return null;
  return (
    <MultiSelect
      label={t('sources.extensionLengths')}
      description={t('sources.extensionLengthsHint')}
      data={lengths}
      clearable
      {...form.getInputProps(path)}
      value={(form.values.source.feed.extensionLengths ?? []).map(String)}
      onChange={(chosen) =>
        form.setFieldValue(path, chosen.length === 0 ? undefined : chosen.map(Number).sort())
      }
    />
  );
}

function TimeFields({ form }: { form: SourceForm }) {
  const t = useText();
  const { timeFormat, ordersByTime, timeZone } = form.values.source.feed;
  const [settled] = useDebouncedValue(timeFormat?.trim(), 250);
  const sample =
    settled === undefined || !isTimeFormat(settled) ? undefined : timeAs(settled, timeZone);
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t('sources.timeZone')}
          description={t('sources.timeZoneHint')}
          placeholder="Europe/Istanbul"
          {...form.getInputProps('source.feed.timeZone', { empty: '' })}
        />
        <div>
          <TextInput
            label={t('sources.timeFormat')}
            description={t('sources.timeFormatHint')}
            {...form.getInputProps('source.feed.timeFormat', { empty: '' })}
          />
          {sample !== undefined && (
            <Text size="xs" c="dimmed" mt={4} role="status">
              {t('sources.timeFormatSample', { time: sample })}
            </Text>
          )}
        </div>
      </Group>
      <Checkbox
        label={t('sources.ordersByTime')}
        description={t('sources.ordersByTimeHint')}
        checked={ordersByTime !== false}
        onChange={({ currentTarget: { checked } }) =>
          form.setFieldValue('source.feed.ordersByTime', checked ? undefined : false)
        }
      />
    </>
  );
}
