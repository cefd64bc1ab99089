import { MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { theme } from '../../ui/theme.ts';
import { cssVariables } from '../../ui/theme-colors.ts';
import { MiniCard } from './mini-card.tsx';
import { useCardHeight } from './use-card-height.ts';
import { openCardWindow, type CardDocument } from './open-card-window.ts';
import { useScheme } from './use-scheme.ts';

interface CardHostProps {
  /** The agent wants to write about a call: the desk comes to the front. */
  readonly onNote: (callKey: string) => void;
}

/** Opens the card's window when it is first wanted, and keeps it for the calls after that. */
export function CardHost(props: CardHostProps) {
  const { shown } = useDesk((desk) => desk.card);
  const [wasShown, setWasShown] = useState(false);
  if (shown && !wasShown) setWasShown(true);
  return wasShown ? <OpenCard {...props} shown={shown} /> : null;
}

function OpenCard({ shown, ...props }: CardHostProps & { readonly shown: boolean }) {
  const [card] = useState(openCardWindow);
  useEffect(() => () => card?.window.close(), [card]);
  if (card === undefined) return null;
  return createPortal(<CardPage {...props} card={card} shown={shown} />, card.window.document.body);
}

interface CardPageProps extends CardHostProps {
  readonly card: CardDocument;
  readonly shown: boolean;
}

/** Empty while it is hidden: what comes on screen next is never the call before. */
function CardPage({ card, shown, onNote }: CardPageProps) {
  const { appearance } = useDesk((desk) => desk.config.settings);
  const scheme = useScheme(card.window);
  const height = useCardHeight();
  useEffect(() => {
    if (shown) void card.styled.then(() => calls()['card.drawn']({ height }));
  }, [card, shown, height]);
  const { document: page } = card.window;
  const note = (callKey: string): void => {
    void calls()['desk.show'](undefined);
    onNote(callKey);
  };
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getRootElement={() => page.documentElement}
      forceColorScheme={appearance === 'system' ? scheme : appearance}
    >
      {shown && <MiniCard page={card.window} onNote={note} />}
    </MantineProvider>
  );
}
