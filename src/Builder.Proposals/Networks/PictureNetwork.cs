using Builder.Graph;

namespace Builder.Proposals.Networks;

/// <summary>A small convolutional network for pictures.</summary>
internal static class PictureNetwork
{
    private const int FirstChannels = 16;
    private const int Hidden = 64;
    private const int LeastSide = 4;
    private const int MostStages = 3;
    private const long MostEpochs = 30;

    /// <summary>Draws it.</summary>
    public static NetworkRationale Draw(NetworkDraft draft, ProposalContext site)
    {
        var shape = site.Schema.Find(site.EncodedDataset.Picture!)!.SampleShape;
        var (channels, height, width) = (shape[0], shape[1], shape[2]);
        var chain = Chain.Start(draft, "PictureInput", "picture", 0, [("column", site.EncodedDataset.Picture!), .. site.Data]);
        double multiplications = 0;
        var stages = Stages(Math.Min(height, width));
        for (var stage = 1; stage <= stages; stage++)
        {
            var wanted = FirstChannels << stage;
            chain.Then("Conv2d", "convolution", ("out_channels", wanted), ("kernel_size", 3L), ("padding", 1L)).Then("ReLU", "relu").Then("MaxPool2d", "pool", ("kernel_size", 2L));
            multiplications += 9.0 * channels * wanted * height * width;
            (channels, height, width) = (wanted, height / 2, width / 2);
        }

        chain.Then("Flatten", "flatten").Then("Linear", "hidden", ("out_features", (long)Hidden)).Then("ReLU", "relu")
            .Then("Dropout", "dropout", ("p", 0.3)).Then("Linear", "prediction", ("out_features", site.Outputs));
        multiplications += (double)channels * height * width * Hidden;
        var budget = TrainingBudget.For(site.Samples, multiplications, MostEpochs);
        OutputHead.Draw(draft, chain, site, site.LossSetup(0.001), budget);
        return new NetworkRationale(Why(stages), budget);
    }

    /// <summary>How often the picture is halved.</summary>
    private static int Stages(long side)
    {
        var stages = 0;
        while (stages < MostStages && side / 2 >= LeastSide)
        {
            stages++;
            side /= 2;
        }

        return stages;
    }

    private static Localized Why(int stages) => stages == 0
        ? new("The pictures are tiny, so plain linear layers are enough.", "图片很小，用全连接层就足够了。")
        : new(
            $"{stages} {(stages == 1 ? "convolution looks" : "convolutions look")} for small patterns such as edges and corners, wherever they are in the picture. Pooling halves the picture each time, so that later layers see larger parts; two linear layers then name the class.",
            $"{stages} 个卷积层在图片各处寻找边缘、拐角等小图案；池化每次把图片缩小一半，使后面的层看到更大的范围；最后由两个全连接层给出类别。");
}
