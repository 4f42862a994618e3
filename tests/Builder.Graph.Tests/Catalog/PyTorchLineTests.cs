namespace Builder.Graph.Tests.Catalog;

public class PyTorchLineTests
{
    [Theory]
    [InlineData("Linear", "N 4", "", "nn.Linear(4, 64)")]
    [InlineData("Linear", "N 4", "bias=false out_features=1", "nn.Linear(4, 1, bias=False)")]
    [InlineData("EmbeddingBag", "N T int64/9", "padding_idx=0", "nn.EmbeddingBag(9, 64, padding_idx=0)")]
    [InlineData("Embedding", "N T int64/9", "padding_idx=0", "nn.Embedding(9, 64, padding_idx=0)")]
    [InlineData("Conv2d", "N 3 8 8", "", "nn.Conv2d(3, 32, 3)")]
    [InlineData("Conv2d", "N 3 8 8", "kernel_size=[3,5] padding=[1,2] bias=false", "nn.Conv2d(3, 32, (3, 5), padding=(1, 2), bias=False)")]
    [InlineData("Conv1d", "N 3 8", "dilation=2", "nn.Conv1d(3, 32, 3, dilation=2)")]
    [InlineData("ConvTranspose2d", "N 3 8 8", "stride=2 output_padding=1", "nn.ConvTranspose2d(3, 32, 3, stride=2, output_padding=1)")]
    [InlineData("MaxPool2d", "N 3 8 8", "", "nn.MaxPool2d(2)")]
    [InlineData("AvgPool1d", "N 3 8", "stride=1 count_include_pad=false", "nn.AvgPool1d(2, stride=1, count_include_pad=False)")]
    [InlineData("AdaptiveAvgPool2d", "N 3 8 8", "", "nn.AdaptiveAvgPool2d(1)")]
    [InlineData("BatchNorm2d", "N 3 8 8", "", "nn.BatchNorm2d(3)")]
    [InlineData("InstanceNorm1d", "N 3 8", "affine=true", "nn.InstanceNorm1d(3, affine=True)")]
    [InlineData("GroupNorm", "N 8 2", "num_groups=4 eps=0.1", "nn.GroupNorm(4, 8, eps=0.1)")]
    [InlineData("LayerNorm", "N T 8", "", "nn.LayerNorm(8)")]
    [InlineData("LayerNorm", "N 3 8", "normalized_shape=[3,8] elementwise_affine=false", "nn.LayerNorm((3, 8), elementwise_affine=False)")]
    [InlineData("Dropout", "N 8", "p=0.2", "nn.Dropout(0.2)")]
    [InlineData("ReLU", "N 8", "", "nn.ReLU()")]
    [InlineData("GELU", "N 8", "approximate=tanh", "nn.GELU(approximate='tanh')")]
    [InlineData("Softmax", "N 8", "", "nn.Softmax(dim=-1)")]
    [InlineData("PReLU", "N 8", "num_parameters=8", "nn.PReLU(num_parameters=8)")]
    [InlineData("Flatten", "N 8 2", "", "nn.Flatten()")]
    [InlineData("Unflatten", "N 8", "unflattened_size=[2,4]", "nn.Unflatten(1, (2, 4))")]
    [InlineData("Reshape", "N 8", "shape=[2,4]", "x.reshape(len(x), 2, 4)")]
    [InlineData("Permute", "N 8 2", "", "x.permute(0, 2, 1)")]
    [InlineData("Select", "N 8 2", "", "x.select(1, -1)")]
    [InlineData("Upsample", "N 3 8 8", "mode=bilinear", "nn.Upsample(scale_factor=2, mode='bilinear')")]
    [InlineData("Upsample", "N 3 8 8", "size=[4,5] align_corners=true", "nn.Upsample(size=(4, 5))")]
    [InlineData("Pad", "N 3 8 8", "mode=reflect", "F.pad(x, (1, 1, 1, 1), mode='reflect')")]
    public void A_block_shows_the_line_of_PyTorch_that_it_stands_for(string kind, string input, string parameters, string line)
    {
        var block = ShapeCase.Of(kind, input, parameters).Block;
        Assert.Empty(block.Kind.Infer(block).Problems);
        Assert.Equal(line, block.Kind.PyTorch(block));
    }
}
