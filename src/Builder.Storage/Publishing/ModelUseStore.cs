using Builder.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Publishing;

/// <summary>How often a version of a model answered.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="Answers">How many requests it answered.</param>
/// <param name="Milliseconds">How long all of them took together.</param>
public sealed record ModelUse(string Model, int Version, long Answers, double Milliseconds);

/// <summary>How often published models answered, day by day. Nothing is kept of what was asked.</summary>
public sealed class ModelUseStore(BuilderDatabase database, TimeProvider clock)
{
    /// <summary>Adds to the counts of today; what belongs to a version that is gone is dropped.</summary>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public async Task AddAsync(IReadOnlyCollection<ModelUse> uses, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(uses);
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        await using var context = database.Context();
        try
        {
            foreach (var use in uses)
            {
                if (await context.ModelUses.FirstOrDefaultAsync(u => u.ModelName == use.Model && u.Number == use.Version && u.Day == today, ct) is { } row)
                {
                    (row.Answers, row.Milliseconds) = (row.Answers + use.Answers, row.Milliseconds + use.Milliseconds);
                }
                else if (await context.ModelVersions.AnyAsync(v => v.ModelName == use.Model && v.Number == use.Version, ct))
                {
                    context.ModelUses.Add(new() { ModelName = use.Model, Number = use.Version, Day = today, Answers = use.Answers, Milliseconds = use.Milliseconds });
                }
            }

            await context.SaveChangesAsync(ct);
        }
        catch (Exception cause) when (cause is DbUpdateException or System.Data.Common.DbException)
        {
            throw StorageProblems.NotSaved(cause);
        }
    }

    /// <summary>The counts of a model's versions over all days.</summary>
    public async Task<IReadOnlyList<ModelUse>> ListAsync(string model, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var rows = await context.ModelUses.AsNoTracking().Where(u => u.ModelName == model).ToListAsync(ct);
        return [.. rows.GroupBy(u => u.Number).Select(g => new ModelUse(model, g.Key, g.Sum(u => u.Answers), g.Sum(u => u.Milliseconds)))];
    }
}
