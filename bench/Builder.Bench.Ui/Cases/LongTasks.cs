using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>Watches how long a page is ever busy in one piece; the browser reports what takes over 50 ms.</summary>
internal static class LongTasks
{
    /// <summary>Begins to watch.</summary>
    public static Task WatchAsync(IPage page) => page.EvaluateAsync(
        """
        () => {
          window.longest = 0;
          window.tasks?.disconnect();
          window.tasks = new PerformanceObserver((list) => {
            for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
          });
          window.tasks.observe({ type: 'longtask' });
        }
        """);

    /// <summary>The longest task since then in milliseconds; 0 where none took over 50.</summary>
    public static async Task<double> LongestAsync(IPage page)
    {
        await page.WaitForTimeoutAsync(300);
        return await page.EvaluateAsync<double>("() => window.longest");
    }
}
