using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>
/// Finds the column that names whom or what a row is about, where several rows are about the same one: six visits of a customer. A model that has seen five of
/// them knows the sixth, so they have to stay together.
/// </summary>
/// <param name="Name">The column.</param>
/// <param name="Groups">How many different ones there are.</param>
/// <param name="Rows">How many rows they have in all.</param>
internal sealed partial record GroupColumn(string Name, int Groups, int Rows)
{
    private const int FewestGroups = 10;

    /// <summary>With more rows each, a value is rather a kind than a single one.</summary>
    private const int MostRowsOfOne = 100;

    /// <summary>From this share of rows on whose value occurs again, it matters.</summary>
    private const double RepeatedShare = 0.2;

    /// <summary>An attribute, such as a customer's height, tells at least this share of the groups apart.</summary>
    private const double AttributeShare = 0.5;

    private static readonly ConditionalWeakTable<SourceInspection, Candidates> _known = [];

    /// <summary>The column that a split should keep together; null where every row stands for itself.</summary>
    public static GroupColumn? Find(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Source is not TableSource || plan.Target is not { } target)
        {
            return null;
        }

        return All(inspection).FirstOrDefault(c => c.Name != target.Name);
    }

    /// <summary>True for a column that names what a row is about: a network would only learn it by heart.</summary>
    public static bool Names(SourceInspection inspection, string column) => All(inspection).Any(c => c.Name == column);

    private static GroupColumn[] All(SourceInspection inspection) =>
        inspection.Source is not TableSource ? [] : _known.GetValue(inspection, i => new Candidates([.. Enumerable.Range(0, i.Columns.Length).Select(c => Try(i, c)).OfType<GroupColumn>()])).Columns;

    // What the profile and the name tell comes first: the rows of most columns need not be looked through. Of d different values in n rows at least 2d − n occur once,
    // so that no more than 2 (n − d) rows repeat one.
    private static GroupColumn? Try(SourceInspection inspection, int index)
    {
        var (column, profile) = (inspection.Columns[index], inspection.Profiles[index]);
        var isNamed = Entity().IsMatch(column.Name);
        if (column.Type is ColumnType.Date or ColumnType.Picture || profile.Missing > 0 || profile.Distinct < FewestGroups || (long)profile.Distinct * MostRowsOfOne < profile.Count
            || 2 * (profile.Count - profile.Distinct) < profile.Count * RepeatedShare
            || !(isNamed ? MayName(inspection, column) : AreCodes(inspection, column)) || ValueCodes.Of(inspection.Table, column.Name) is not { } values)
        {
            return null;
        }

        var sizes = new int[values.Count];
        foreach (var code in values.Codes)
        {
            sizes[code]++;
        }

        var (known, repeated) = (sizes.Sum(), sizes.Where(s => s > 1).Sum());
        return repeated >= known * RepeatedShare && (isNamed || HasAttribute(inspection, column.Name, values))
            ? new GroupColumn(column.Name, values.Count, known)
            : null;
    }

    /// <summary>An amount is no name, whatever it is called.</summary>
    private static bool MayName(SourceInspection inspection, DataColumn column) =>
        inspection.Table.Find<NumberColumn>(column.Name) is not { } numbers
        || (numbers.Findings.Units.IsEmpty && Array.TrueForAll(numbers.Values, v => double.IsNaN(v) || v == Math.Floor(v)));

    /// <summary>"C017", "P-0031": letters and then digits in every row.</summary>
    private static bool AreCodes(SourceInspection inspection, DataColumn column) =>
        inspection.Table.Find<TextColumn>(column.Name) is { } texts && texts.Entries.All(e => Code().IsMatch(e));

    /// <summary>True where another column is the same in all rows of each group and tells most groups apart.</summary>
    private static bool HasAttribute(SourceInspection inspection, string name, ValueCodes groups) => inspection.Columns.Zip(inspection.Profiles)
        .Any(c => c.First.Name != name && c.First.Type is ColumnType.Number or ColumnType.Text or ColumnType.Date or ColumnType.Category or ColumnType.Labels
            && c.Second.Distinct >= groups.Count * AttributeShare && c.Second.Distinct < groups.Codes.Length * 0.9
            && ValueCodes.Of(inspection.Table, c.First.Name) is { } values && IsConstant(groups, values));

    private static bool IsConstant(ValueCodes groups, ValueCodes values)
    {
        var valueOf = new int[groups.Count];
        Array.Fill(valueOf, int.MinValue);
        for (var row = 0; row < groups.Codes.Length; row++)
        {
            ref var value = ref valueOf[groups.Codes[row]];
            if (value != int.MinValue && value != values.Codes[row])
            {
                return false;
            }

            value = values.Codes[row];
        }

        return true;
    }

    [GeneratedRegex(
        @"(^|[_\s.-])(id|ids|uuid|guid)$|(?-i:[a-z]I[dD]$)|^(customer|client|user|patient|subject|person|participant|respondent|student|pupil|employee|worker|member|household|family|player|driver|device|machine|vehicle|engine|unit|session|animal|specimen|account|username|login|email|e-mail|name|full[_ ]name)([_\s.-]?(name|no|nr|number|code|key))?$|^(客户|用户|顾客|患者|病人|受试者|学生|员工|会员|家庭|设备|机器|车辆|账号|姓名|名字)(编号|号|代码|名|名称|ID|id)?$|编号$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^\p{L}{1,5}[-_ #]?\d{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    private sealed record Candidates(GroupColumn[] Columns);
}
