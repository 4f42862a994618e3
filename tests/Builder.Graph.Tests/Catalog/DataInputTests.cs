using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Catalog;

public class DataInputTests
{
    private static readonly DataSchema s_flowers = new([new("flowers",
    [
        new("length", ElementType.Float32, [], null, [], "cm"),
        new("width", ElementType.Float32, [], null, [], "cm"),
        new("colour", ElementType.Float32, [3], 3, ["blue", "red", "white"], null),
        new("soil", ElementType.Int64, [], 4, ["clay", "loam", "peat", "sand"], null),
        new("photo", ElementType.UInt8, [3, 32, 32], null, [], null),
        new("note", ElementType.Int64, [40], 5000, [], null),
        new("species", ElementType.Int64, [], 3, ["setosa", "versicolor", "virginica"], null),
    ], 90, 30, 30)]);

    private static readonly DataSchema s_weather = new([new("weather",
    [
        new("temp", ElementType.Float32, [30], null, [], "°C"),
        new("sky", ElementType.Float32, [30, 4], 4, ["clear", "fog", "rain", "snow"], null),
        new("wind", ElementType.Float32, [30], null, [], "m/s"),
        new("sign", ElementType.Int64, [30], 2, ["no", "yes"], null),
        new("tomorrow", ElementType.Float32, [], null, [], "°C"),
    ], 900, 300, 300)]);

    [Fact]
    public void Number_columns_lie_side_by_side()
    {
        Assert.Equal("[N, 2]", On(s_flowers, "NumberInput", "length", "width").Output());
        Assert.Equal("[N, 4]", On(s_flowers, "NumberInput", "length", "colour").Output());
        Assert.Equal("[N, 150]", On(s_weather, "NumberInput", "temp", "sky").Output());
    }

    [Fact]
    public void Windows_are_a_series_of_steps()
    {
        Assert.Equal("[N, 30, 2]", On(s_weather, "SeriesInput", "temp", "wind").Output());
        Assert.Equal("[N, 30, 5]", On(s_weather, "SeriesInput", "temp", "sky").Output());
    }

    [Fact]
    public void Categories_and_text_are_numbers_with_a_known_count()
    {
        Assert.Equal("#4[N]", On(s_flowers, "CategoryInput", "soil").Output());
        Assert.Equal("#4[N, 2]", On(s_flowers, "CategoryInput", "soil", "species").Output());
        Assert.Equal("#2[N, 30]", On(s_weather, "CategoryInput", "sign").Output());
        Assert.Equal("#5000[N, 40]", (Probe.Of("TextInput") with { Data = s_flowers }).With("column", "note").Output());
    }

    [Fact]
    public void A_picture_is_channels_height_and_width() =>
        Assert.Equal("[N, 3, 32, 32]", (Probe.Of("PictureInput") with { Data = s_flowers }).With("column", "photo").Output());

    [Theory]
    [InlineData("NumberInput")]
    [InlineData("CategoryInput")]
    [InlineData("PictureInput")]
    [InlineData("SeriesInput")]
    [InlineData("TextInput")]
    [InlineData("Target")]
    public void Without_data_a_block_asks_for_data(string kind)
    {
        Probe.Of(kind).Fails("NoData");
        (Probe.Of(kind) with { Data = DataSchema.Empty }).Fails("NoData");
    }

    [Theory]
    [InlineData("NumberInput", "NoColumns")]
    [InlineData("PictureInput", "NoColumns")]
    [InlineData("CategoryInput", "NoColumns")]
    [InlineData("Target", "NoColumns")]
    public void A_block_without_columns_is_offered_some_that_fit(string kind, string code) =>
        (Probe.Of(kind) with { Data = s_flowers }).Mended(code);

    [Fact]
    public void Columns_offered_to_an_input_leave_out_the_last_which_is_offered_to_the_target()
    {
        var numbers = (Probe.Of("NumberInput") with { Data = s_weather }).Mended("NoColumns");
        Assert.Equal(ParameterValue.Of("temp", "sky", "wind"), numbers.Parameters["columns"]);
        var target = (Probe.Of("Target") with { Data = s_weather }).Mended("NoColumns");
        Assert.Equal(ParameterValue.Of("tomorrow"), target.Parameters["columns"]);
    }

    [Fact]
    public void A_mistyped_column_is_replaced_by_the_nearest_that_is_not_yet_taken()
    {
        var mistyped = On(s_flowers, "NumberInput", "lenght").Fails("UnknownColumn");
        Assert.Contains("Did you mean “length”?", mistyped.Message.Words.En, StringComparison.Ordinal);
        Assert.Equal("Use “length”", mistyped.Fix!.Title.Words.En);
        Assert.Equal(ParameterValue.Of("width"), On(s_flowers, "NumberInput", "width", "widht").Mended("UnknownColumn").Parameters["columns"]);
        Assert.Equal(ParameterValue.Of("length"), On(s_flowers, "NumberInput", "lenght").Mended("UnknownColumn").Parameters["columns"]);
    }

    [Fact]
    public void Columns_that_another_file_does_not_have_are_named_together_and_left_out_where_others_remain()
    {
        var two = On(s_flowers, "NumberInput", "bill", "width", "mass");
        Assert.Contains("no columns called “bill”, “mass”.", two.Fails("UnknownColumn").Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("没有名为“bill”、“mass”的列", two.Fails("UnknownColumn").Message.Words.Zh, StringComparison.Ordinal);
        Assert.Equal(ParameterValue.Of("width"), two.Mended("UnknownColumn").Parameters["columns"]);
        Assert.Equal("Leave out “mass”", On(s_flowers, "NumberInput", "width", "mass").Fails("UnknownColumn").Fix!.Title.Words.En);
        Assert.Equal(ParameterValue.Of("length"), On(s_flowers, "NumberInput", "lenght", "mass").Mended("UnknownColumn").Parameters["columns"]);
    }

    [Fact]
    public void Inputs_of_which_no_column_is_left_are_offered_some_that_fit()
    {
        Assert.Equal(ParameterValue.Of("temp", "sky", "wind"), On(s_weather, "SeriesInput", "rainfall").Mended("UnknownColumn").Parameters["columns"]);
        Assert.Equal((ParameterValue)"photo", (Probe.Of("PictureInput") with { Data = s_flowers }).With("column", "x_ray").Mended("UnknownColumn").Parameters["column"]);
    }

    [Fact]
    public void A_target_that_is_gone_is_only_replaced_where_there_is_one_column()
    {
        Assert.Null(On(s_flowers, "Target", "island").Fails("UnknownColumn").Fix);
        Assert.Contains("Choose from those it has.", On(s_flowers, "Target", "island").Fails("UnknownColumn").Message.Words.En, StringComparison.Ordinal);
        var single = new DataSchema([new("single", [new("price", ElementType.Float32, [], null, [], null)], 9, 0, 0)]);
        Assert.Equal("[N, 1]", On(single, "Target", "island").Mended("UnknownColumn").Output());
    }

    [Fact]
    public void A_block_of_the_wrong_kind_for_its_column_becomes_the_right_one()
    {
        Assert.Equal("CategoryInput", On(s_flowers, "NumberInput", "soil").Mended("WrongColumnType").Kind);
        Assert.Equal("NumberInput", On(s_flowers, "SeriesInput", "length").Mended("WrongColumnType").Kind);
        Assert.Equal("PictureInput", On(s_flowers, "NumberInput", "photo").Mended("WrongColumnType").Kind);
        Assert.Equal("TextInput", On(s_flowers, "CategoryInput", "note").Mended("WrongColumnType").Kind);
        Assert.Null(On(s_flowers, "NumberInput", "length", "photo").Fails("WrongColumnType").Fix);
    }

    [Fact]
    public void Several_data_sets_must_be_told_apart()
    {
        var both = new DataSchema([.. s_flowers.DataSets, .. s_weather.DataSets]);
        var probe = Probe.Of("SeriesInput") with { Data = both };
        probe.With("columns", ParameterValue.Of("temp")).Fails("UnknownDataSet");
        Assert.Equal("[N, 30, 1]", probe.With("columns", ParameterValue.Of("temp")).With("data", "wether").Mended("UnknownDataSet").Output());
    }

    [Fact]
    public void A_target_follows_the_type_of_its_column()
    {
        Assert.Equal("#3[N]", On(s_flowers, "Target", "species").Output());
        Assert.Equal("[N, 1]", On(s_flowers, "Target", "length").Output());
        Assert.Equal("[N, 2]", On(s_flowers, "Target", "length", "width").Output());
        Assert.Equal("[N, 3]", On(s_flowers, "Target", "colour").Output());
        Assert.Equal("#5000[N, 40]", On(s_flowers, "Target", "note").Output());
        Assert.Equal("[N, 3, 32, 32]", On(s_flowers, "Target", "photo").Output());
        Assert.Equal("[N, 30, 1]", On(s_weather, "Target", "temp").Output());
        Assert.Equal("[N, 1]", On(s_flowers, "Target", "species").With("as", "number").Output());
    }

    [Fact]
    public void Categories_that_cannot_be_one_target_can_be_taken_as_numbers()
    {
        Assert.Equal("[N, 2]", On(s_flowers, "Target", "soil", "species").Mended("SeveralCategories").Output());
        Assert.Equal("[N, 2]", On(s_flowers, "Target", "soil", "length").Mended("MixedTargets").Output());
        Assert.Null(On(s_flowers, "Target", "photo", "length").Fails("MixedTargets").Fix);
    }

    [Fact]
    public void Noise_has_a_new_sample_for_each_place_of_the_batch()
    {
        Assert.Equal("[N, 100]", Probe.Of("Noise").Output());
        Assert.Equal("[N, 16, 7, 7]", Probe.Of("Noise").With("size", ParameterValue.Of(16, 7, 7)).Output());
        Assert.Equal("torch.randn(batch_size, 100)", Probe.Of("Noise").PyTorch());
    }

    [Fact]
    public void A_constant_takes_the_shape_of_what_arrives() => Assert.Equal("[N, 1]", Probe.Of("Constant", "[N, 1]").Output());

    private static Probe On(DataSchema data, string kind, params string[] columns) =>
        (Probe.Of(kind) with { Data = data }).With("columns", ParameterValue.Of(columns));
}
