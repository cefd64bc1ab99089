import type { DecodeContext } from './dialect.ts';

/** What the source's settings say of the topic a frame came on; the longest that matches counts. */
export function topicMeaning({ feed, topic }: DecodeContext): string | undefined {
  if (topic === undefined) return undefined;
  return Object.entries(feed.topics ?? {})
    .filter(([name]) => topic === name || topic.endsWith(`/${name}`) || topic.endsWith(`.${name}`))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
}
