using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Catalog;

public class TrainingKindTests
{
    public static TheoryData<string> Optimizers => [.. BlockCatalog.Kinds.Where(k => k.Role == Role.Optimizer).Select(k => k.Id)];

    public static TheoryData<string> Schedules => [.. BlockCatalog.Kinds.Where(k => k.Role == Role.Schedule).Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void An_optimizer_takes_a_single_number_and_offers_an_average_of_many(string kind)
    {
        Assert.Empty(Probe.Of(kind, "[]").Infer().Problems);
        var insert = Assert.IsType<InsertBefore>(Probe.Of(kind, "[N, 3]").FixElsewhere("NotALoss"));
        Assert.Equal((new PortRef("probe", "loss"), "Mean"), (insert.To, insert.Kind));
        Assert.Equal("[]", (Probe.Of("Mean", "[N, 3]") with { Parameters = insert.Parameters }).Output());
        Assert.Null(Probe.Of(kind, "#3[N]").Fails("NotALoss").Fix);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_optimizer_can_name_what_it_trains_limit_gradients_and_wait(string kind) => Assert.All(
        ["lr", "weight_decay", "trains", "clip_grad_norm", "every"], name => Assert.NotNull(BlockCatalog.Get(kind).FindParameter(name)));

    [Theory]
    [InlineData("SGD", 1e-3)]
    [InlineData("Adam", 1e-3)]
    [InlineData("AdamW", 1e-3)]
    [InlineData("RMSprop", 1e-2)]
    [InlineData("Adagrad", 1e-2)]
    [InlineData("Adadelta", 1.0)]
    [InlineData("NAdam", 2e-3)]
    [InlineData("RAdam", 1e-3)]
    public void Learning_rates_start_where_those_of_PyTorch_do(string kind, double rate) =>
        Assert.Equal(rate, Probe.Of(kind, "[]").Instance().Real("lr"));

    [Fact]
    public void Nesterov_needs_momentum() => Assert.Equal(
        0.9, Probe.Of("SGD", "[]").With("nesterov", true).Mended("NesterovNeedsMomentum").Instance().Real("momentum"));

    [Fact]
    public void Betas_are_two_numbers() => Probe.Of("Adam", "[]").With("betas", ParameterValue.Of(0.9)).Mended("BetasAreTwo");

    [Fact]
    public void Optimizer_lines_name_the_learning_rate_and_what_differs() => Assert.Equal(
        "torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)",
        Probe.Of("SGD", "[]").With("lr", 0.1).With("momentum", 0.9).With("clip_grad_norm", 1.0).PyTorch());

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedule_goes_out_as_a_schedule_and_counts_in_epochs_or_steps_where_it_has_a_choice(string kind)
    {
        var probe = Probe.Of(kind);
        Assert.Empty(probe.Infer().Problems);
        Assert.Equal(PortContent.Schedule, Assert.Single(BlockCatalog.Get(kind).Outputs).Content);
        Assert.Equal(kind != "ReduceLROnPlateau", BlockCatalog.Get(kind).FindParameter("per") is not null);
        Assert.StartsWith("torch.optim.lr_scheduler.", probe.PyTorch(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lowest_momentum_of_one_cycle_is_not_above_the_highest() =>
        Probe.Of("OneCycleLR").With("base_momentum", 0.99).Mended("MomentumOrder");

    [Fact]
    public void The_training_plan_has_no_ports_and_nothing_to_infer()
    {
        var plan = BlockCatalog.Get("Trainer");
        Assert.Empty(plan.Inputs);
        Assert.Empty(plan.Outputs);
        Assert.Empty(Probe.Of("Trainer").Infer().Problems);
    }
}
