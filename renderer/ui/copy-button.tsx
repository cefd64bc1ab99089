import { ActionIcon, Button, CopyButton, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';

interface CopyProps {
  /** What is copied, as it is named beside the button. */
  readonly what: string;
  readonly text: string;
}

interface CopyIconProps extends CopyProps {
  readonly variant?: 'default' | 'transparent';
  readonly className?: string | undefined;
}

/** Copies with one press, beside what is copied. */
export function CopyIcon({ what, text, variant = 'default', className = '' }: CopyIconProps) {
  const t = useText();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <>
          <Tooltip label={t(copied ? 'copy.copied' : 'copy.copy')}>
            <ActionIcon
              variant={variant}
              className={className}
              aria-label={t('copy.what', { what })}
              onClick={copy}
            >
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
          <VisuallyHidden role="status">{copied && t('copy.copied')}</VisuallyHidden>
        </>
      )}
    </CopyButton>
  );
}

interface CopyTextProps {
  readonly text: string;
  readonly label: string;
  /** Where the label alone does not say what is copied. */
  readonly name?: string;
  readonly icon?: ReactNode;
  readonly size?: 'sm' | 'compact-sm';
  readonly mt?: number;
}

/** The same as a button with its word, which says for a moment that it is done. */
export function CopyText({ text, label, name = label, icon, size = 'sm', mt = 0 }: CopyTextProps) {
  const t = useText();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size={size}
          mt={mt}
          aria-label={name}
          leftSection={copied ? <IconCheck size={16} /> : (icon ?? <IconCopy size={16} />)}
          onClick={copy}
        >
          <span role="status">{copied ? t('copy.copied') : label}</span>
        </Button>
      )}
    </CopyButton>
  );
}
