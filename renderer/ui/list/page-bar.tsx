import { Group, Pagination, Select, Text } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';

export const pageSizes = [25, 50, 100] as const;

interface PageBarProps {
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  readonly onPageSize: (size: number) => void;
}

/** Where in a long list the page is; nothing for a list of one page. */
export function PageBar({ count, page, pages, pageSize, onPage, onPageSize }: PageBarProps) {
  const t = useText();
  if (count <= pageSizes[0]) return null;
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {t('list.shown', {
          first: page * pageSize + 1,
          last: Math.min(count, (page + 1) * pageSize),
          count,
        })}
      </Text>
      <Group gap="sm">
        <Select
          w={90}
          size="xs"
          aria-label={t('list.pageSize')}
          data={pageSizes.map(String)}
          value={String(pageSize)}
          allowDeselect={false}
          onChange={(size) => onPageSize(Number(size))}
        />
        <Pagination
          size="sm"
          total={pages}
          value={page + 1}
          onChange={(number) => onPage(number - 1)}
          getControlProps={(control) => ({ 'aria-label': t(`list.pages.${control}`) })}
          getItemProps={(number) => ({ 'aria-label': t('list.page', { number }) })}
        />
      </Group>
    </Group>
  );
}
