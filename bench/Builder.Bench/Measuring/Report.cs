using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Builder.Bench.Command;
using Builder.Graph;

namespace Builder.Bench.Measuring;

/// <summary>Shows results: a table for people, or JSON lines for programs.</summary>
public abstract class Report
{
    /// <summary>JSON lines, or a table.</summary>
    public static Report For(bool json) => json ? new JsonReport() : new TableReport();

    /// <summary>Before the first case.</summary>
    public abstract void Begin(BenchSettings settings);

    /// <summary>A case was measured.</summary>
    public abstract void Show(BenchResult result);

    /// <summary>A case could not be measured.</summary>
    public abstract void Fail(string name, Localized words);

    /// <summary>After the last case.</summary>
    public abstract void End();

    private sealed class JsonReport : Report
    {
        private static readonly JsonSerializerOptions Options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        public override void Begin(BenchSettings settings)
        {
        }

        public override void Show(BenchResult result) => Console.WriteLine(JsonSerializer.Serialize(result, Options));

        public override void Fail(string name, Localized words) => Console.WriteLine(
            new JsonObject { ["case"] = name, ["failure"] = JsonSerializer.SerializeToNode(words, Options) }.ToJsonString(Options));

        public override void End()
        {
        }
    }

    private sealed class TableReport : Report
    {
        private static readonly System.Text.CompositeFormat Row = System.Text.CompositeFormat.Parse("{0,-15} {1,6} {2,-13} {3,6} {4,6} {5,11} {6,11} {7,-8} {8}");

        public override void Begin(BenchSettings settings)
        {
            Console.WriteLine(Say.In(
                $"{settings.Threads} thread(s); ratio over 1 = faster than the peer, median of paired rounds [middle half]; cpu = the same of processor time",
                $"{settings.Threads} 个线程；比值大于 1 表示比对方快，取成对轮次的中位数［中间一半的范围］；“处理器”列按处理器时间计算"));
            Line(Say.In("case", "项目"), Say.In("ratio", "比值"), "", Say.In("cpu", "处理器"), Say.In("floor", "下限"), Say.In("ours", "本程序"), Say.In("peer", "对方"),
                Say.In("unit", "单位"), Say.In("against", "对比对象"));
        }

        public override void Show(BenchResult r)
        {
            if (r.Refusal is { } refusal)
            {
                Fail(r.Case, refusal);
                return;
            }

            Line(r.Case, Number(r.Ratio, "0.00"), r.RatioFrom is null ? "" : $"[{Number(r.RatioFrom, "0.00")}–{Number(r.RatioTo, "0.00")}]",
                Number(r.ProcessorRatio, "0.00"), Number(r.Floor, "0.00"), Number(r.Ours, "#,0.###"), Number(r.Peer, "#,0.###"), r.Unit, r.Against ?? "");
        }

        public override void Fail(string name, Localized words) => Console.WriteLine($"{name,-15} {Say.In(words)}");

        public override void End()
        {
        }

        private static void Line(params object[] cells) => Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, cells).TrimEnd());

        private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
    }
}
