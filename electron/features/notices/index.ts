import { randomUUID } from 'node:crypto';
import type { Notice } from '../../../shared/contract/views.ts';
import { limits } from '../../../shared/limits.ts';
import type { Message } from '../../../shared/text/message.ts';
import { Listeners } from '../../platform/listeners.ts';

/** Things a person should know, until dismissed. */
export class Notices {
  public readonly changed = new Listeners();
  private list: Notice[] = [];

  public add(level: Notice['level'], said: Message): void {
    const text = JSON.stringify(said);
    // What is said again is new again, and stands once.
    const others = this.list.filter((notice) => JSON.stringify(notice.said) !== text);
    this.list = [...others, { id: randomUUID(), level, said }].slice(-limits.notices);
    this.changed.emit();
  }

  public dismiss(id: string): void {
    this.list = this.list.filter((notice) => notice.id !== id);
    this.changed.emit();
  }

  public all(): readonly Notice[] {
    return this.list;
  }
}
