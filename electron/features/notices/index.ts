import { randomUUID } from 'node:crypto';
import type { Notice } from '../../../shared/contract/views.ts';

/** Things a person should know, until dismissed. */
export class Notices {
  private list: Notice[] = [];

  public constructor(private readonly onChange: () => void) {}

  public add(level: Notice['level'], text: string): void {
    this.list = [...this.list, { id: randomUUID(), level, text }];
    this.onChange();
  }

  public dismiss(id: string): void {
    this.list = this.list.filter((notice) => notice.id !== id);
    this.onChange();
  }

  public all(): readonly Notice[] {
    return this.list;
  }
}
