import { expect, test } from '../harness/test.ts';

test('a simulated day is replayed: started, paused, moved by hand, at another speed, ended', async ({ crossflow }) => {
  const { page } = crossflow;
  await page.getByRole('button', { name: 'Software change' }).first().click();
  await page.getByRole('button', { name: 'Simulate', exact: true }).first().click();

  // when it is started it finds a busy day and moves by itself
  await page.getByRole('button', { name: 'Replay a day' }).click();
  const bar = page.getByRole('group', { name: 'Replay a day' });
  const time = bar.getByRole('slider', { name: 'Time of day' });
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible({ timeout: 30_000 });
  const first = await time.inputValue();
  await expect.poll(() => time.inputValue()).not.toBe(first);
  await expect(page.locator('.replay-dots circle').first()).toBeAttached();

  // then it can be paused, and stands still
  await bar.getByRole('button', { name: 'Pause' }).click();
  const paused = await time.inputValue();
  await page.waitForTimeout(300);
  expect(await time.inputValue()).toBe(paused);

  // and moved by the keyboard; what is said fits what is drawn
  await time.focus();
  await page.keyboard.press('Home');
  await expect(bar.locator('.replay-clock')).toHaveText('00:00');
  for (let step = 0; step < 12 * 11; step += 1) await page.keyboard.press('ArrowRight');
  await expect(bar.locator('.replay-clock')).toHaveText('11:00');
  const told = /(\d+) being worked on, (\d+) waiting, (\d+) on the way/.exec((await bar.locator('.replay-text').textContent()) ?? '');
  const drawn = await page.locator('.replay-dots circle[data-state="working"]').count();
  expect(drawn).toBe(Number(told?.[1]));
  await crossflow.picture('replay-light');

  // and another day and speed chosen
  await bar.getByRole('combobox', { name: 'Day' }).click();
  await page.locator('.popup').getByRole('option').nth(1).click();
  await expect(bar.locator('.replay-clock')).toHaveText('11:00');
  await bar.getByRole('combobox', { name: 'Speed' }).click();
  await page.getByRole('option', { name: '3 h per second' }).click();
  await bar.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(async () => Number(await time.inputValue()), { timeout: 15_000 }).toBeGreaterThan(15 * 60);

  // and ended
  await bar.getByRole('button', { name: 'End the replay' }).click();
  await expect(page.locator('.replay-dots')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Replay a day' })).toBeVisible();
});
