import type { Page } from 'playwright';

const open = (desk: Page) => desk.getByRole('button', { name: 'Add field', exact: true }).click();

/** Gives each of Call Center Studio's 22 fields a parameter of its own name. */
export async function addAllFields(desk: Page): Promise<void> {
  await open(desk);
  await desk.getByRole('button', { name: 'Add all 22 fields' }).click();
}

/** Adds a field, and types its parameter over the name that is offered and selected. */
export async function addParameter(desk: Page, label: string, name: string): Promise<void> {
  await open(desk);
  await desk.getByLabel('Search fields').fill(label);
  await desk.getByRole('button', { name: new RegExp(`^${label} `) }).click();
  const input = desk.getByLabel(`Parameter for ${label}`, { exact: true });
  await input.and(desk.locator(':focus')).waitFor();
  await desk.keyboard.type(name);
}
