import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Template } from '../../../shared/model/template.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import type { ListColumn } from '../../ui/list/list-table.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { useText } from '../../i18n/use-text.ts';

interface Row {
  readonly template: Template;
  readonly usedBy: string;
}

const itemOf = ({ template }: Row): Template => template;
const searchText = ({ template, usedBy }: Row): string =>
  [template.name, template.description, template.group, template.text, usedBy].join('\n');
const can = { switch: false, pause: false } as const;

/** The list of templates, and the way to add and edit one. */
export function TemplatesPanel() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { canCreate, canEdit } = usePartRights('templates');
  const locked = !canEdit;
  const [edited, setEdited] = useState<Template | undefined>();
  const rows = useRows();
  const columns = useColumns();
  const searches = useMemo(() => [{ label: t('templates.search'), text: searchText }], [t]);
  const add = (): void =>
    setEdited({
      id: `template-${crypto.randomUUID()}`,
      name: '',
      group: '',
      format: 'json',
      text: '{\n  "caller": "{{callerNumber}}"\n}',
    });
  return (
    <Stack>
      <LockedNote part="templates" />
      {canCreate && (
        <Group justify="flex-end">
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            {t('templates.add')}
          </Button>
        </Group>
      )}
      {rows.length === 0 ? (
        <EmptyNote text={t('templates.empty')} />
      ) : (
        <DefinitionList
          part="templates"
          rows={rows}
          itemOf={itemOf}
          columns={columns}
          searches={searches}
          rowTestId="template-row"
          can={can}
          locked={locked}
          onEdit={({ template }) => setEdited(template)}
        />
      )}
      {edited !== undefined && (
        <TemplateEditor
          key={edited.id}
          template={edited}
          isNew={!config.templates.some(({ id }) => id === edited.id)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Stack>
  );
}

function useRows(): readonly Row[] {
  const { templates, webhooks } = useDesk((desk) => desk.config);
  return useMemo(
    () =>
      templates.map((template) => {
        const users = webhooks.filter(
          ({ body }) => body.kind === 'template' && body.template === template.id,
        );
        return { template, usedBy: users.map(({ name }) => name).join(', ') };
      }),
    [templates, webhooks],
  );
}

function useColumns(): readonly ListColumn<Row>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('templates.columns.name'),
        value: ({ template }) => template.name,
        render: ({ template }) => (
          <Stack gap={0}>
            <Text fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
              {template.name}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={1}>
              {template.description}
            </Text>
          </Stack>
        ),
      },
      {
        key: 'group',
        label: t('templates.columns.group'),
        value: ({ template }) => template.group,
        render: ({ template }) => (
          <Text size="sm">{template.group === '' ? t('templates.everybody') : template.group}</Text>
        ),
      },
      {
        key: 'format',
        label: t('templates.columns.format'),
        value: ({ template }) => template.format,
        render: ({ template }) => (
          <Badge variant="light" color="gray">
            {template.format}
          </Badge>
        ),
      },
      {
        key: 'usedBy',
        label: t('templates.columns.usedBy'),
        value: ({ usedBy }) => usedBy,
        render: ({ usedBy }) => (
          <Text size="sm" lineClamp={2}>
            {usedBy}
          </Text>
        ),
      },
    ],
    [t],
  );
}
